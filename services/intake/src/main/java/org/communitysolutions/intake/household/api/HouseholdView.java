package org.communitysolutions.intake.household.api;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.household.Household;
import org.communitysolutions.intake.household.Tenure;

/**
 * A household as the front line sees it.
 *
 * @param mergedInto where new things go, while this record is merged into another
 */
record HouseholdView(
        UUID id,
        String uprn,
        LocalDate occupiedFrom,
        Optional<LocalDate> occupiedUntil,
        Optional<String> ward,
        Optional<Tenure> tenure,
        Optional<Integer> adults,
        Optional<Integer> children,
        Optional<UUID> mergedInto) {

    static HouseholdView of(Household household) {
        return new HouseholdView(
                household.id(),
                household.uprn(),
                household.occupiedFrom(),
                household.occupiedUntil(),
                household.details().ward(),
                household.details().tenure(),
                household.details().adults(),
                household.details().children(),
                household.mergedInto());
    }
}
