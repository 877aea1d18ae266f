package org.communitysolutions.risk.editions.domain;

import java.time.Instant;

/** A second person has approved it; it was never live. */
public record Approved(Heading heading, Approval approval) implements Edition {

    Live goLive(Instant at) {
        return new Live(heading, approval, at);
    }
}
