package org.communitysolutions.volunteering.hours.api;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.volunteering.hours.domain.Approved;
import org.communitysolutions.volunteering.hours.domain.Hours;
import org.communitysolutions.volunteering.hours.domain.HoursState;
import org.communitysolutions.volunteering.hours.domain.Logged;

/** Time that a volunteer gave, as coordinators see it. */
record HoursView(
        UUID id,
        UUID volunteerId,
        Optional<UUID> matchId,
        String activity,
        LocalDate on,
        int minutes,
        State state,
        Optional<LocalDate> approvedOn) {

    enum State {
        LOGGED,
        APPROVED
    }

    static HoursView of(HoursState state) {
        return switch (state) {
            case Logged logged -> of(logged.hours(), State.LOGGED, Optional.empty());
            case Approved approved -> of(approved.hours(), State.APPROVED, Optional.of(approved.on()));
        };
    }

    private static HoursView of(Hours hours, State state, Optional<LocalDate> approvedOn) {
        return new HoursView(
                hours.id(),
                hours.volunteerId(),
                hours.matchId(),
                hours.activity(),
                hours.on(),
                hours.minutes(),
                state,
                approvedOn);
    }
}
