package org.communitysolutions.risk.stream.events;

import java.time.Instant;
import java.util.UUID;
import org.communitysolutions.shared.messaging.Publishes;

/** A household has a factor; told again with another {@code since} if it turns out to have begun at another time. */
@Publishes("risk-factor-began.v1")
public record RiskFactorBegan(UUID householdId, String factor, Instant since, UUID eventId) {}
