package org.communitysolutions.casemanagement.task.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Someone works on it. */
public record Claimed(Particulars particulars, UUID worker, Instant since) implements Task {

    Completed complete(Outcome outcome, Optional<String> note, Instant at) {
        return new Completed(particulars, worker, since, outcome, note, at);
    }

    /** Back into a queue, its own or another's. */
    Open passTo(Queue queue) {
        return new Open(particulars.in(queue));
    }

    Withdrawn withdraw(String why, Instant at) {
        return new Withdrawn(particulars, why, at);
    }
}
