package org.communitysolutions.volunteering.match.api;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.volunteering.match.domain.Active;
import org.communitysolutions.volunteering.match.domain.EndReason;
import org.communitysolutions.volunteering.match.domain.Ended;
import org.communitysolutions.volunteering.match.domain.Match;
import org.communitysolutions.volunteering.match.domain.MatchState;

/** A match as coordinators see it. */
record MatchView(
        UUID id,
        UUID volunteerId,
        UUID householdId,
        String role,
        LocalDate since,
        State state,
        Optional<EndReason> reason,
        Optional<LocalDate> endedOn) {

    enum State {
        ACTIVE,
        ENDED
    }

    static MatchView of(MatchState state) {
        return switch (state) {
            case Active active -> of(active.match(), State.ACTIVE, Optional.empty(), Optional.empty());
            case Ended ended -> of(ended.match(), State.ENDED, Optional.of(ended.reason()), Optional.of(ended.on()));
        };
    }

    private static MatchView of(Match match, State state, Optional<EndReason> reason, Optional<LocalDate> endedOn) {
        return new MatchView(
                match.id(),
                match.volunteerId(),
                match.householdId(),
                match.role(),
                match.since(),
                state,
                reason,
                endedOn);
    }
}
