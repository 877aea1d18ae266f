package org.communitysolutions.intake.household;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A household as the registry knows it: who lives together at an address for a time. Not the address itself, nor the
 * people liable for its council tax.
 *
 * @param id ours, the key of every event about it
 * @param uprn the Unique Property Reference Number of its home, 1 to 12 digits
 * @param occupiedFrom its first day there, as far as it is known
 * @param occupiedUntil its last day there, if it has left
 * @param details what is known about it
 * @param mergedInto where new things go, while this record is merged into another
 * @param version grows with each change
 */
public record Household(
        UUID id,
        String uprn,
        LocalDate occupiedFrom,
        Optional<LocalDate> occupiedUntil,
        HouseholdDetails details,
        Optional<UUID> mergedInto,
        long version) {

    /** Whether it lives there on that day, as far as is known. */
    public boolean livesThereOn(LocalDate day) {
        return !day.isBefore(occupiedFrom)
                && occupiedUntil.map(last -> !day.isAfter(last)).orElse(true);
    }

    Household since(LocalDate earlier) {
        return new Household(id, uprn, earlier, occupiedUntil, details, mergedInto, version);
    }

    Household with(HouseholdDetails others) {
        return new Household(id, uprn, occupiedFrom, occupiedUntil, others, mergedInto, version);
    }

    /** The same as the next version. */
    Household next() {
        return new Household(id, uprn, occupiedFrom, occupiedUntil, details, mergedInto, version + 1);
    }
}
