package org.communitysolutions.risk.editions.domain;

import java.time.Instant;

/** Whose word it is that the edition may be switched to. */
public record Approval(String by, Instant at) {}
