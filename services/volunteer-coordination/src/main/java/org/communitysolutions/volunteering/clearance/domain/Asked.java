package org.communitysolutions.volunteering.clearance.domain;

import java.time.LocalDate;

/** A check that has not come back yet. */
public record Asked(Check check) implements CheckState {

    /**
     * Clears the volunteer: the check came back in order.
     *
     * @param issuedOn the date of the certificate, from the day on which it was asked for to today
     */
    public Decision<Cleared> clear(LocalDate issuedOn, LocalDate today) {
        if (issuedOn.isAfter(today)) {
            return Decision.refused(Refusal.IN_THE_FUTURE);
        }
        if (issuedOn.isBefore(check.askedOn())) {
            return Decision.refused(Refusal.BEFORE_ASKED);
        }
        return Decision.taken(new Cleared(check, issuedOn));
    }

    /**
     * Does not clear the volunteer.
     *
     * @param on the day on which that was decided, from the day on which it was asked for to today
     */
    public Decision<NotCleared> reject(LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            return Decision.refused(Refusal.IN_THE_FUTURE);
        }
        if (on.isBefore(check.askedOn())) {
            return Decision.refused(Refusal.BEFORE_ASKED);
        }
        return Decision.taken(new NotCleared(check, on));
    }
}
