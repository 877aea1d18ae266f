package org.communitysolutions.casemanagement.casefile.domain;

import java.time.Instant;
import java.util.UUID;

/** Work goes on. */
public record OpenCase(Heading heading) implements CaseFile {

    OpenCase ledBy(UUID worker) {
        return new OpenCase(heading.ledBy(worker));
    }

    ClosedCase close(CloseReason reason, Instant at) {
        return new ClosedCase(heading, reason, at);
    }
}
