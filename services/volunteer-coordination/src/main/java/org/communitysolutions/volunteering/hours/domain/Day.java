package org.communitysolutions.volunteering.hours.domain;

import java.time.LocalDate;

/**
 * A volunteer's day.
 *
 * @param minutes logged so far, 0 to 1,440
 */
public record Day(LocalDate on, long minutes) {

    /** Logs more of it, as far as the day has come and has minutes left. */
    public Decision<Logged> log(Hours hours, LocalDate today) {
        if (!hours.on().equals(on)) {
            throw new IllegalArgumentException("Hours of %s are not of %s".formatted(hours.on(), on));
        }
        if (on.isAfter(today)) {
            return Decision.refused(Refusal.IN_THE_FUTURE);
        }
        if (minutes + hours.minutes() > Hours.DAY) {
            return Decision.refused(Refusal.MORE_THAN_A_DAY);
        }
        return Decision.taken(new Logged(hours));
    }
}
