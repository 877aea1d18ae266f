package org.communitysolutions.intake.need.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.need.HouseholdNeed;
import org.communitysolutions.intake.need.Need;
import org.communitysolutions.intake.need.Severity;

/** A need as the front line sees it; without an end while it is open. */
record NeedView(
        UUID id,
        UUID householdId,
        Optional<UUID> personId,
        Need need,
        Severity severity,
        Instant identifiedAt,
        Optional<Instant> resolvedAt) {
    static NeedView of(HouseholdNeed need) {
        return new NeedView(
                need.id(),
                need.householdId(),
                need.personId(),
                need.need(),
                need.severity(),
                need.identifiedAt(),
                need.resolvedAt());
    }
}
