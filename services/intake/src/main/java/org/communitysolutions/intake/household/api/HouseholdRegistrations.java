package org.communitysolutions.intake.household.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.communitysolutions.intake.household.RegisterHouseholds;

/** Many homes to find the households of. */
record HouseholdRegistrations(
        @NotNull @Size(min = 1, max = 500, message = "must have 1 to 500 items") List<@NotNull @Valid NewHousehold> registrations) {

    RegisterHouseholds.Registrations command() {
        return new RegisterHouseholds.Registrations(
                registrations.stream().map(NewHousehold::registration).toList());
    }

    /** The households, in the order of the registrations. */
    record Answer(List<Item> households) {}

    /**
     * One of them.
     *
     * @param isNew whether it is in the registry since this request
     */
    record Item(String uprn, LocalDate on, UUID householdId, boolean isNew) {}

    Answer answer(RegisterHouseholds.Outcome outcome) {
        return new Answer(IntStream.range(0, registrations.size())
                .mapToObj(i -> new Item(
                        registrations.get(i).uprn(),
                        registrations.get(i).on(),
                        outcome.households().get(i).household().id(),
                        outcome.households().get(i).isNew()))
                .toList());
    }
}
