package org.communitysolutions.intake.need;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A need found in a household.
 *
 * @param personId who has it; none if it is the whole household
 * @param resolvedAt since when it is one no longer; none while it is open
 */
public record HouseholdNeed(
        UUID id,
        UUID householdId,
        Optional<UUID> personId,
        Need need,
        Severity severity,
        Instant identifiedAt,
        Optional<Instant> resolvedAt) {

    HouseholdNeed as(Severity other) {
        return new HouseholdNeed(id, householdId, personId, need, other, identifiedAt, resolvedAt);
    }

    HouseholdNeed resolved(Instant at) {
        return new HouseholdNeed(id, householdId, personId, need, severity, identifiedAt, Optional.of(at));
    }
}
