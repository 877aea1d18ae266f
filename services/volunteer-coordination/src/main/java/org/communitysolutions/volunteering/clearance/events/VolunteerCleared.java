package org.communitysolutions.volunteering.clearance.events;

import java.util.UUID;
import org.communitysolutions.shared.messaging.Publishes;
import org.communitysolutions.volunteering.clearance.domain.CheckLevel;
import org.communitysolutions.volunteering.clearance.domain.Cleared;

/** A volunteer's criminal-record check came back in order. */
@Publishes("volunteer-cleared.v1")
public record VolunteerCleared(UUID volunteerId, CheckLevel level) {

    public static VolunteerCleared of(Cleared cleared) {
        return new VolunteerCleared(
                cleared.check().volunteerId(), cleared.check().level());
    }
}
