package org.communitysolutions.intake.household.events;

import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.household.HouseholdDetails;
import org.communitysolutions.intake.household.Tenure;
import org.communitysolutions.shared.messaging.Publishes;

/** What is known about a household's circumstances is now this, whole. */
@Publishes("household-details-changed.v1")
public record HouseholdDetailsChanged(
        UUID householdId,
        Optional<String> ward,
        Optional<Tenure> tenure,
        Optional<Integer> adults,
        Optional<Integer> children) {

    public static HouseholdDetailsChanged of(UUID household, HouseholdDetails details) {
        return new HouseholdDetailsChanged(
                household, details.ward(), details.tenure(), details.adults(), details.children());
    }
}
