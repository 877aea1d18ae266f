package org.communitysolutions.volunteering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which day it is where the council is: checks, matches and hours have days there, not in UTC. */
@ApplicationScoped
public class CouncilCalendar {

    private static final ZoneId COUNCIL = ZoneId.of("Europe/London");

    private final Clock clock;

    CouncilCalendar(Clock clock) {
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), COUNCIL);
    }
}
