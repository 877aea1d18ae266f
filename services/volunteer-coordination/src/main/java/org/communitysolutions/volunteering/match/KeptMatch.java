package org.communitysolutions.volunteering.match;

import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.volunteering.match.domain.Active;
import org.communitysolutions.volunteering.match.domain.Ended;
import org.communitysolutions.volunteering.match.domain.MatchState;

/**
 * A match as it is kept.
 *
 * @param version grows with each change
 */
public record KeptMatch(MatchState state, long version) {

    /** Whether it is that volunteer's, and went on on that day. */
    public boolean covers(UUID volunteer, LocalDate day) {
        return state.match().volunteerId().equals(volunteer)
                && !day.isBefore(state.match().since())
                && switch (state) {
                    case Active active -> true;
                    case Ended ended -> !day.isAfter(ended.on());
                };
    }
}
