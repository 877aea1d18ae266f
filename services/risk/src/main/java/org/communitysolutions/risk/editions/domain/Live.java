package org.communitysolutions.risk.editions.domain;

import java.time.Instant;

/** The one by which households are evaluated. */
public record Live(Heading heading, Approval approval, Instant since) implements Edition {}
