package org.communitysolutions.intake.membership;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * That a person belongs to a household for a time.
 *
 * @param from the first day
 * @param until the last day, if it is over or its end is known
 */
public record Membership(
        UUID id, UUID householdId, UUID personId, MemberRole role, LocalDate from, Optional<LocalDate> until) {

    boolean includes(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
