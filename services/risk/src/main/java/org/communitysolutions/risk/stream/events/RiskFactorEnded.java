package org.communitysolutions.risk.stream.events;

import java.time.Instant;
import java.util.UUID;
import org.communitysolutions.shared.messaging.Publishes;

/** A household has a factor no longer; {@code until} is {@code since} if it turns out that it never had it. */
@Publishes("risk-factor-ended.v1")
public record RiskFactorEnded(UUID householdId, String factor, Instant since, Instant until, UUID eventId) {}
