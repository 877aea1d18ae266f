package org.communitysolutions.risk.editions.domain;

import java.time.Instant;

/** Checked and kept. Nobody but its loader has said that it should be used. */
public record Loaded(Heading heading) implements Edition {

    Approved approve(String by, Instant at) {
        return new Approved(heading, new Approval(by, at));
    }
}
