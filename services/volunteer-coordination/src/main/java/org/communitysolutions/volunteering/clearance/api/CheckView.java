package org.communitysolutions.volunteering.clearance.api;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.volunteering.clearance.domain.Asked;
import org.communitysolutions.volunteering.clearance.domain.Check;
import org.communitysolutions.volunteering.clearance.domain.CheckLevel;
import org.communitysolutions.volunteering.clearance.domain.CheckState;
import org.communitysolutions.volunteering.clearance.domain.Cleared;
import org.communitysolutions.volunteering.clearance.domain.NotCleared;
import org.communitysolutions.volunteering.clearance.domain.Workforce;

/** A check as coordinators see it. */
record CheckView(
        UUID id,
        UUID volunteerId,
        String role,
        CheckLevel level,
        Optional<Workforce> workforce,
        LocalDate askedOn,
        State state,
        Optional<LocalDate> issuedOn,
        Optional<LocalDate> notClearedOn) {

    enum State {
        ASKED,
        CLEARED,
        NOT_CLEARED
    }

    static CheckView of(CheckState state) {
        return switch (state) {
            case Asked asked -> of(asked.check(), State.ASKED, Optional.empty(), Optional.empty());
            case Cleared cleared ->
                of(cleared.check(), State.CLEARED, Optional.of(cleared.issuedOn()), Optional.empty());
            case NotCleared notCleared ->
                of(notCleared.check(), State.NOT_CLEARED, Optional.empty(), Optional.of(notCleared.on()));
        };
    }

    private static CheckView of(
            Check check, State state, Optional<LocalDate> issuedOn, Optional<LocalDate> notClearedOn) {
        return new CheckView(
                check.id(),
                check.volunteerId(),
                check.role(),
                check.level(),
                check.workforce(),
                check.askedOn(),
                state,
                issuedOn,
                notClearedOn);
    }
}
