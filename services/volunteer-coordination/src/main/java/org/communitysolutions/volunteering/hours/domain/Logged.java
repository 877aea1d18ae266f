package org.communitysolutions.volunteering.hours.domain;

import java.time.LocalDate;

/** Time that was logged and that nobody else has looked at. */
public record Logged(Hours hours) implements HoursState {

    /** Approves it; somebody else than who logged it does. */
    public Decision<Approved> approve(String by, LocalDate today) {
        if (by.equals(hours.loggedBy())) {
            return Decision.refused(Refusal.OWN_HOURS);
        }
        return Decision.taken(new Approved(hours, by, today));
    }
}
