package org.communitysolutions.casemanagement.task.domain;

import java.time.Instant;
import java.util.UUID;

/** It waits in its queue. */
public record Open(Particulars particulars) implements Task {

    Claimed claim(UUID worker, Instant at) {
        return new Claimed(particulars, worker, at);
    }

    Open passTo(Queue queue) {
        return new Open(particulars.in(queue));
    }

    Withdrawn withdraw(String why, Instant at) {
        return new Withdrawn(particulars, why, at);
    }
}
