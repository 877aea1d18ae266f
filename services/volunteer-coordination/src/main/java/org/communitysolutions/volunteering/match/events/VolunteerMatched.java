package org.communitysolutions.volunteering.match.events;

import java.util.UUID;
import org.communitysolutions.shared.messaging.Publishes;
import org.communitysolutions.volunteering.match.domain.Match;

/** A volunteer was matched with a household. */
@Publishes("volunteer-matched.v1")
record VolunteerMatched(UUID householdId, UUID matchId, UUID volunteerId, String role) {

    static VolunteerMatched of(Match match) {
        return new VolunteerMatched(match.householdId(), match.id(), match.volunteerId(), match.role());
    }
}
