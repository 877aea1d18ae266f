package org.communitysolutions.volunteering.match;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.communitysolutions.volunteering.clearance.Clearances;
import org.communitysolutions.volunteering.clearance.Fitness;
import org.communitysolutions.volunteering.match.domain.Active;
import org.communitysolutions.volunteering.match.domain.Candidate;
import org.communitysolutions.volunteering.match.domain.Candidate.Clearance;
import org.communitysolutions.volunteering.match.domain.Decision;
import org.communitysolutions.volunteering.volunteer.Volunteer;
import org.communitysolutions.volunteering.volunteer.Volunteers;
import org.hibernate.reactive.mutiny.Mutiny;

/** Matches a volunteer with a household, if their checks fit the role and the household is not their own. */
@ApplicationScoped
public class MakeMatch {

    private final Transactions transactions;
    private final Volunteers volunteers;
    private final Clearances clearances;
    private final Matches matches;
    private final MatchEvents events;
    private final CouncilCalendar calendar;
    private final Clock clock;

    MakeMatch(
            Transactions transactions,
            Volunteers volunteers,
            Clearances clearances,
            Matches matches,
            MatchEvents events,
            CouncilCalendar calendar,
            Clock clock) {
        this.transactions = transactions;
        this.volunteers = volunteers;
        this.clearances = clearances;
        this.matches = matches;
        this.events = events;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Who helps whom, in which role, and since when. */
    public record Matching(UUID volunteerId, UUID householdId, String role, LocalDate since) {}

    /**
     * Makes the match. Decisions about one volunteer are taken one after the other.
     *
     * @throws org.communitysolutions.volunteering.volunteer.NoSuchVolunteer (through the Uni) if there is none
     * @throws NoSuchRole (through the Uni) if the role is not defined
     * @throws MatchRefused (through the Uni) if they cannot be matched
     */
    public Uni<Active> handle(Caller caller, Matching matching) {
        return transactions.once(caller, matching, Active.class, session -> volunteers
                .hold(session, matching.volunteerId())
                .chain(volunteer -> candidate(session, volunteer, matching))
                .map(candidate -> MatchRefused.unlessTaken(candidate.match(
                        Uuid7.next(), matching.householdId(), matching.role(), matching.since(), calendar.today())))
                .call(taken -> matches.add(session, taken.state(), clock.instant()))
                .call(taken -> events.tell(session, caller, taken.event()))
                .map(Decision.Taken::state));
    }

    private Uni<Candidate> candidate(Mutiny.Session session, Volunteer volunteer, Matching matching) {
        return clearances
                .fitness(session, volunteer.id(), matching.role(), matching.since())
                .map(MakeMatch::clearance)
                .chain(clearance -> matches.activeOf(session, volunteer.id())
                        .map(active -> new Candidate(
                                volunteer.id(), volunteer.details().householdId(), clearance, active)));
    }

    private static Clearance clearance(Fitness fitness) {
        return switch (fitness) {
            case NO_SUCH_ROLE -> throw new NoSuchRole();
            case NOT_CLEARED -> Clearance.NONE;
            case NO_FITTING_CHECK -> Clearance.NOT_FITTING;
            case FITTING -> Clearance.FITTING;
        };
    }
}
