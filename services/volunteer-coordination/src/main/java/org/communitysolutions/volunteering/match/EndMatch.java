package org.communitysolutions.volunteering.match;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.volunteering.match.domain.Active;
import org.communitysolutions.volunteering.match.domain.Decision;
import org.communitysolutions.volunteering.match.domain.EndReason;
import org.communitysolutions.volunteering.match.domain.Ended;
import org.communitysolutions.volunteering.match.domain.MatchState;
import org.communitysolutions.volunteering.match.domain.Refusal;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lets a volunteer and a household part. */
@ApplicationScoped
public class EndMatch {

    private final Transactions transactions;
    private final Matches matches;
    private final MatchEvents events;
    private final CouncilCalendar calendar;

    EndMatch(Transactions transactions, Matches matches, MatchEvents events, CouncilCalendar calendar) {
        this.transactions = transactions;
        this.matches = matches;
        this.events = events;
        this.calendar = calendar;
    }

    /**
     * Which match, why, and its last day.
     *
     * @param version the version that this is based on
     */
    public record Ending(UUID id, long version, EndReason reason, LocalDate on) {}

    /**
     * Ends the match.
     *
     * @return the match as it now is, or empty if there is none
     * @throws MatchRefused (through the Uni) if it cannot have ended then or ended before
     * @throws jakarta.persistence.OptimisticLockException (through the Uni) if it has changed since that version
     */
    public Uni<Optional<KeptMatch>> handle(Caller caller, Ending ending) {
        return transactions.run(caller, session -> matches.hold(session, ending.id(), ending.version())
                .chain(held -> held.isEmpty()
                        ? Uni.createFrom().item(held)
                        : end(session, caller, decide(held.get().state(), ending))
                                .map(Optional::of)));
    }

    private Uni<KeptMatch> end(Mutiny.Session session, Caller caller, Decision.Taken<Ended> taken) {
        return matches.end(session, taken.state()).call(() -> events.tell(session, caller, taken.event()));
    }

    private Decision.Taken<Ended> decide(MatchState state, Ending ending) {
        return switch (state) {
            case Active active -> MatchRefused.unlessTaken(active.end(ending.reason(), ending.on(), calendar.today()));
            case Ended ended -> throw new MatchRefused(Refusal.ALREADY_ENDED);
        };
    }
}
