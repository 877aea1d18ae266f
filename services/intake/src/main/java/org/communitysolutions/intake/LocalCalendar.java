package org.communitysolutions.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar by which the council counts days. */
public final class LocalCalendar {

    private static final ZoneId COUNCIL = ZoneId.of("Europe/London");

    private LocalCalendar() {}

    public static LocalDate dayOf(Instant moment) {
        return moment.atZone(COUNCIL).toLocalDate();
    }
}
