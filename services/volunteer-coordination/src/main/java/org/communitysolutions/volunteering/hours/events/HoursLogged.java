package org.communitysolutions.volunteering.hours.events;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.messaging.Publishes;
import org.communitysolutions.volunteering.hours.domain.Hours;

/** Time that a volunteer gave was recorded. */
@Publishes("hours-logged.v1")
public record HoursLogged(UUID volunteerId, int minutes, String activity, LocalDate on, Optional<UUID> matchId) {

    public static HoursLogged of(Hours hours) {
        return new HoursLogged(hours.volunteerId(), hours.minutes(), hours.activity(), hours.on(), hours.matchId());
    }
}
