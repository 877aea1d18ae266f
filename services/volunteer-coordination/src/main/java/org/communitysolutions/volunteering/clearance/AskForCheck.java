package org.communitysolutions.volunteering.clearance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.communitysolutions.volunteering.clearance.domain.Asked;
import org.communitysolutions.volunteering.clearance.domain.CheckLevel;
import org.communitysolutions.volunteering.clearance.domain.Refusal;
import org.communitysolutions.volunteering.clearance.domain.Role;
import org.communitysolutions.volunteering.clearance.domain.Workforce;
import org.communitysolutions.volunteering.volunteer.Volunteers;

/** Asks a volunteer for a check for a role, and for no more than the role is eligible for. */
@ApplicationScoped
public class AskForCheck {

    private final Transactions transactions;
    private final Volunteers volunteers;
    private final Roles roles;
    private final Checks checks;
    private final CouncilCalendar calendar;
    private final Clock clock;

    AskForCheck(
            Transactions transactions,
            Volunteers volunteers,
            Roles roles,
            Checks checks,
            CouncilCalendar calendar,
            Clock clock) {
        this.transactions = transactions;
        this.volunteers = volunteers;
        this.roles = roles;
        this.checks = checks;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What is asked of whom.
     *
     * @param role the code of the role that it is for
     * @param workforce whom the check is for; the role's if left out
     */
    public record Asking(
            UUID volunteerId, String role, CheckLevel level, Optional<Workforce> workforce, LocalDate askedOn) {}

    /**
     * Asks for the check.
     *
     * @throws org.communitysolutions.volunteering.volunteer.NoSuchVolunteer (through the Uni) if there is none
     * @throws ClearanceRefused (through the Uni) if there is no such role or it may not ask for this
     */
    public Uni<Asked> handle(Caller caller, Asking asking) {
        return transactions.once(caller, asking, Asked.class, session -> volunteers
                .hold(session, asking.volunteerId())
                .chain(() -> roles.ofCode(session, asking.role()))
                .map(found -> ask(found.orElseThrow(() -> new ClearanceRefused(Refusal.NO_SUCH_ROLE)), asking))
                .call(asked -> checks.add(session, asked, clock.instant())));
    }

    private Asked ask(Role role, Asking asking) {
        return ClearanceRefused.unlessTaken(role.ask(
                Uuid7.next(),
                asking.volunteerId(),
                asking.level(),
                asking.workforce(),
                asking.askedOn(),
                calendar.today()));
    }
}
