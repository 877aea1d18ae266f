package org.communitysolutions.intake.membership;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.Refusal;
import org.communitysolutions.intake.household.KnownHouseholds;
import org.communitysolutions.intake.membership.events.PersonJoinedHousehold;
import org.communitysolutions.intake.membership.persistence.MembershipRows;
import org.communitysolutions.intake.person.KnownPeople;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/** Makes a person a member of a household. Nobody belongs to two households on the same day. */
@ApplicationScoped
public class JoinHousehold {

    private final Transactions transactions;
    private final MembershipRows memberships;
    private final KnownHouseholds households;
    private final KnownPeople people;
    private final Outbox outbox;
    private final Clock clock;

    JoinHousehold(
            Transactions transactions,
            MembershipRows memberships,
            KnownHouseholds households,
            KnownPeople people,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.memberships = memberships;
        this.households = households;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Who joins.
     *
     * @param from the first day as a member
     */
    public record Joining(UUID householdId, UUID personId, MemberRole role, LocalDate from) {}

    /**
     * Lets them join.
     *
     * @throws Refusal (through the Uni) if there is no such household or person, or the person belongs to a household
     *     on one of those days
     */
    public Uni<Membership> handle(Caller caller, Joining joining) {
        return transactions.once(caller, joining, Membership.class, session -> households
                .addressedOpen(session, joining.householdId())
                .chain(() -> people.require(session, joining.personId()))
                .chain(() -> join(session, caller, joining)));
    }

    private Uni<Membership> join(Mutiny.Session session, Caller caller, Joining joining) {
        Membership membership = new Membership(
                Uuid7.next(),
                joining.householdId(),
                joining.personId(),
                joining.role(),
                joining.from(),
                Optional.empty());
        return memberships
                .addUnlessMemberElsewhere(session, membership)
                .invoke(added -> {
                    if (!added) {
                        throw Refusal.conflict(
                                "member-of-a-household",
                                "The person belongs to a household then",
                                "End the other membership the day before, or give another first day.");
                    }
                })
                .call(() -> outbox.append(
                        session,
                        caller,
                        Announcement.about(
                                joining.householdId(),
                                Membership.tookEffect(joining.from(), clock.instant()),
                                PersonJoinedHousehold.of(membership))))
                .replaceWith(membership);
    }
}
