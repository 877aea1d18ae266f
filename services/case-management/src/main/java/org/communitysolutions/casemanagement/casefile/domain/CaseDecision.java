package org.communitysolutions.casemanagement.casefile.domain;

import java.time.Instant;
import java.util.UUID;

/** What a request about a case file comes to. */
public sealed interface CaseDecision {

    record Changed(CaseFile file, CaseEvent event) implements CaseDecision {}

    /** It was so already. */
    record Unchanged(CaseFile file) implements CaseDecision {}

    /** Its state does not allow it. */
    record Refused(Refusal why) implements CaseDecision {}

    /** Why not. */
    enum Refusal {
        CLOSED,
        NOT_CLOSED
    }

    /** Makes a worker the one who holds the household. */
    static CaseDecision assign(CaseFile file, UUID worker) {
        return switch (file) {
            case OpenCase open
            when open.heading().leadWorker().filter(worker::equals).isPresent() -> new Unchanged(open);
            case OpenCase open -> {
                OpenCase led = open.ledBy(worker);
                yield new Changed(led, new CaseEvent.LeadWorkerAssigned(led.heading(), worker));
            }
            case ClosedCase closed -> new Refused(Refusal.CLOSED);
        };
    }

    static CaseDecision close(CaseFile file, CloseReason reason, Instant at) {
        return switch (file) {
            case OpenCase open -> new Changed(open.close(reason, at), new CaseEvent.Closed(open.heading(), reason));
            case ClosedCase closed -> new Refused(Refusal.CLOSED);
        };
    }

    static CaseDecision reopen(CaseFile file) {
        return switch (file) {
            case OpenCase open -> new Refused(Refusal.NOT_CLOSED);
            case ClosedCase closed -> new Changed(closed.reopen(), new CaseEvent.Reopened(closed.heading()));
        };
    }
}
