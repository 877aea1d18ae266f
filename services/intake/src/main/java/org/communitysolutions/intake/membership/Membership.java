package org.communitysolutions.intake.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.CouncilCalendar;

/**
 * That a person belongs to a household for a time.
 *
 * @param from the first day
 * @param until the last day, if it is over or its end is known
 */
public record Membership(
        UUID id, UUID householdId, UUID personId, MemberRole role, LocalDate from, Optional<LocalDate> until) {

    /** When a change of that day took effect, for the event that tells of it: never later than it is told. */
    static Instant tookEffect(LocalDate day, Instant now) {
        Instant began = CouncilCalendar.startOf(day);
        return began.isBefore(now) ? began : now;
    }

    boolean includes(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
