package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.util.UUID;

/** An event that made a rule hold, and the factor that it moved. */
public record Reason(UUID event, String factor, Instant occurredAt) {}
