package org.communitysolutions.volunteering.match.events;

import java.util.UUID;
import org.communitysolutions.shared.messaging.Publishes;
import org.communitysolutions.volunteering.match.domain.EndReason;
import org.communitysolutions.volunteering.match.domain.MatchEvent;

/** A volunteer and a household parted. */
@Publishes("match-ended.v1")
record MatchEnded(UUID householdId, UUID matchId, UUID volunteerId, EndReason reason) {

    static MatchEnded of(MatchEvent.Ended ended) {
        return new MatchEnded(
                ended.match().householdId(), ended.match().id(), ended.match().volunteerId(), ended.reason());
    }
}
