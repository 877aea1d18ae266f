package org.communitysolutions.intake.referral;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody asks the council to help someone. It is no application for anything.
 *
 * @param agency the code of whoever refers; {@code council} for its own signals
 * @param reason why, in their words
 */
public record Referral(
        UUID id,
        Optional<UUID> householdId,
        Optional<UUID> personId,
        String agency,
        ReferralKind kind,
        Optional<String> reason,
        Consent consent,
        Instant receivedAt,
        String receivedBy) {}
