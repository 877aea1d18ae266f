package org.communitysolutions.intake.household.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.household.Household;
import org.communitysolutions.intake.household.Tenure;
import org.communitysolutions.shared.messaging.Publishes;
import org.communitysolutions.shared.transactions.CouncilCalendar;

/** A household became known. */
@Publishes("household-registered.v1")
public record HouseholdRegistered(
        UUID householdId,
        String uprn,
        Optional<String> ward,
        Optional<Tenure> tenure,
        Optional<Integer> adults,
        Optional<Integer> children,
        LocalDate registeredOn) {

    public static HouseholdRegistered of(Household household, Instant at) {
        return new HouseholdRegistered(
                household.id(),
                household.uprn(),
                household.details().ward(),
                household.details().tenure(),
                household.details().adults(),
                household.details().children(),
                CouncilCalendar.dayOf(at));
    }
}
