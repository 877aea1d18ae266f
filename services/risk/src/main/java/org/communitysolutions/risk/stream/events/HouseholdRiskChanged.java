package org.communitysolutions.risk.stream.events;

import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.rules.Band;
import org.communitysolutions.shared.messaging.Publishes;

/** A household's score is another than before. */
@Publishes("household-risk-changed.v1")
public record HouseholdRiskChanged(
        UUID householdId, int score, Band band, Optional<Band> previousBand, String rulesVersion) {}
