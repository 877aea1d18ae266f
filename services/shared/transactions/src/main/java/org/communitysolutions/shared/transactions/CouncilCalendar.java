package org.communitysolutions.shared.transactions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days where the council is, which are not those of UTC: in summer a day begins at 23:00 UTC of the day before. */
@ApplicationScoped
public class CouncilCalendar {

    private static final ZoneId COUNCIL = ZoneId.of("Europe/London");

    private final Clock clock;

    CouncilCalendar(Clock clock) {
        this.clock = clock;
    }

    public LocalDate today() {
        return dayOf(clock.instant());
    }

    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, COUNCIL);
    }

    /** The moment by which an event is dated of which only the day is known. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(COUNCIL).toInstant();
    }
}
