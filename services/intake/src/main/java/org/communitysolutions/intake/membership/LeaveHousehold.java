package org.communitysolutions.intake.membership;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.Refusal;
import org.communitysolutions.intake.household.KnownHouseholds;
import org.communitysolutions.intake.membership.events.PersonLeftHousehold;
import org.communitysolutions.intake.membership.persistence.MembershipRows;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Ends a person's membership of a household. */
@ApplicationScoped
public class LeaveHousehold {

    private final Transactions transactions;
    private final MembershipRows memberships;
    private final KnownHouseholds households;
    private final Outbox outbox;
    private final Clock clock;

    LeaveHousehold(
            Transactions transactions,
            MembershipRows memberships,
            KnownHouseholds households,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.memberships = memberships;
        this.households = households;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Who leaves.
     *
     * @param until the last day as a member
     */
    public record Leaving(UUID householdId, UUID personId, LocalDate until) {}

    /**
     * Lets them leave. Who joined a record that was since merged leaves that one, by the address of either.
     *
     * @throws Refusal (through the Uni) if the person has no membership there that is open, or it began later
     */
    public Uni<Membership> handle(Caller caller, Leaving leaving) {
        return transactions.once(caller, leaving, Membership.class, session -> households
                .withMerged(session, leaving.householdId())
                .chain(ids -> memberships.findOpenForUpdate(session, ids, leaving.personId()))
                .map(open -> ended(open, leaving.until()))
                .call(ended -> memberships.end(session, ended))
                .call(ended -> announce(session, caller, ended)));
    }

    private static Membership ended(Optional<Membership> open, LocalDate until) {
        Membership membership = open.orElseThrow(() -> Refusal.absent("member of this household"));
        if (until.isBefore(membership.from())) {
            throw Refusal.impossible(
                    "left-before-joining",
                    "The last day is before the first",
                    "The person joined on %s.".formatted(membership.from()));
        }
        return new Membership(
                membership.id(),
                membership.householdId(),
                membership.personId(),
                membership.role(),
                membership.from(),
                Optional.of(until));
    }

    private Uni<Void> announce(Mutiny.Session session, Caller caller, Membership ended) {
        return outbox.append(
                session,
                caller,
                Announcement.about(
                        ended.householdId(),
                        Membership.tookEffect(ended.until().orElseThrow().plusDays(1), clock.instant()),
                        new PersonLeftHousehold(
                                ended.householdId(),
                                ended.personId(),
                                ended.until().orElseThrow())));
    }
}
