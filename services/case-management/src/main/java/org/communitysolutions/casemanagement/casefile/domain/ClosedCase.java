package org.communitysolutions.casemanagement.casefile.domain;

import java.time.Instant;

/** Work ended; it can begin again. */
public record ClosedCase(Heading heading, CloseReason reason, Instant at) implements CaseFile {

    /** Open again, with the lead worker who held it last. */
    OpenCase reopen() {
        return new OpenCase(heading);
    }
}
