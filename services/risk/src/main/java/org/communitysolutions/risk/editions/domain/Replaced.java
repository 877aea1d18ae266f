package org.communitysolutions.risk.editions.domain;

import java.time.Instant;

/** Was live, for the last time from {@code since} to {@code until}; another one is. */
public record Replaced(Heading heading, Approval approval, Instant since, Instant until) implements Edition {

    Live goLive(Instant at) {
        return new Live(heading, approval, at);
    }
}
