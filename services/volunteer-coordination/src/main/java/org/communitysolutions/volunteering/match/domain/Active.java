package org.communitysolutions.volunteering.match.domain;

import java.time.LocalDate;

/** A match that goes on. */
public record Active(Match match) implements MatchState {

    /**
     * Ends it.
     *
     * @param on its last day, from its first to today
     */
    public Decision<Ended> end(EndReason reason, LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            return Decision.refused(Refusal.IN_THE_FUTURE);
        }
        if (on.isBefore(match.since())) {
            return Decision.refused(Refusal.BEFORE_START);
        }
        return Decision.taken(new Ended(match, reason, on), new MatchEvent.Ended(match, reason));
    }
}
