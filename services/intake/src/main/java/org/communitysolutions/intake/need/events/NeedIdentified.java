package org.communitysolutions.intake.need.events;

import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.need.HouseholdNeed;
import org.communitysolutions.intake.need.Need;
import org.communitysolutions.intake.need.Severity;
import org.communitysolutions.shared.messaging.Publishes;

/** A need was found in a household, or one that is known turned out more or less grave. */
@Publishes("need-identified.v1")
public record NeedIdentified(UUID householdId, UUID needId, Optional<UUID> personId, Need need, Severity severity) {

    public static NeedIdentified of(HouseholdNeed need) {
        return new NeedIdentified(need.householdId(), need.id(), need.personId(), need.need(), need.severity());
    }
}
