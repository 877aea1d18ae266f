package org.communitysolutions.intake.referral;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.communitysolutions.intake.Refusal;
import org.communitysolutions.intake.household.KnownHouseholds;
import org.communitysolutions.intake.person.KnownPeople;
import org.communitysolutions.intake.referral.events.ReferralReceived;
import org.communitysolutions.intake.referral.persistence.ReferralRows;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes a referral in. */
@ApplicationScoped
public class ReceiveReferral {

    private final Transactions transactions;
    private final ReferralRows referrals;
    private final KnownHouseholds households;
    private final KnownPeople people;
    private final DutyToRefer duty;
    private final Outbox outbox;
    private final Clock clock;

    ReceiveReferral(
            Transactions transactions,
            ReferralRows referrals,
            KnownHouseholds households,
            KnownPeople people,
            DutyToRefer duty,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.referrals = referrals;
        this.households = households;
        this.people = people;
        this.duty = duty;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What was referred, by whom, and whether the person agrees. */
    public record Incoming(
            Optional<UUID> householdId,
            Optional<UUID> personId,
            String agency,
            ReferralKind kind,
            Optional<String> reason,
            Consent consent) {}

    /**
     * Takes it in.
     *
     * @throws Refusal (through the Uni) if there is no such household or person, or a referral under the duty to refer
     *     comes from an authority that has no such duty or without the person's consent
     */
    public Uni<Referral> handle(Caller caller, Incoming incoming) {
        return transactions.once(caller, incoming, Referral.class, session -> {
            Instant now = clock.instant();
            requireGrounds(incoming, duty.agenciesOn(CouncilCalendar.dayOf(now)));
            Referral referral = new Referral(
                    Uuid7.next(),
                    incoming.householdId(),
                    incoming.personId(),
                    incoming.agency(),
                    incoming.kind(),
                    incoming.reason(),
                    incoming.consent(),
                    now,
                    caller.subject());
            return households
                    .require(session, referral.householdId().orElse(null))
                    .chain(() -> people.require(session, referral.personId().orElse(null)))
                    .chain(() -> referrals.add(session, referral))
                    .chain(() -> announce(session, caller, referral))
                    .replaceWith(referral);
        });
    }

    /** Under the duty to refer, who refers and what the person agreed to are laid down (Housing Act 1996 s213B). */
    static void requireGrounds(Incoming incoming, Set<String> authorities) {
        switch (incoming.kind()) {
            case DUTY_TO_REFER -> requireDuty(incoming, authorities);
            case PARTNER, SELF, SIGNAL -> {}
        }
    }

    private static void requireDuty(Incoming incoming, Set<String> authorities) {
        if (!authorities.contains(incoming.agency())) {
            throw Refusal.impossible(
                    "no-duty-to-refer",
                    "The agency has no duty to refer",
                    "Authorities with the duty are %s; another agency refers as a partner."
                            .formatted(String.join(", ", new TreeSet<>(authorities))));
        }
        Consent consent = incoming.consent();
        if (!consent.toRefer() || !consent.toBeContacted() || consent.on().isEmpty()) {
            throw Refusal.impossible(
                    "consent-missing",
                    "The person's consent is missing",
                    "A referral under the duty to refer needs the person's consent to be referred and to be"
                            + " contacted, and the day on which it was given.");
        }
    }

    private Uni<Void> announce(Mutiny.Session session, Caller caller, Referral referral) {
        ReferralReceived received = ReferralReceived.of(referral);
        return outbox.append(
                session,
                caller,
                referral.householdId()
                        .map(household -> Announcement.about(household, referral.receivedAt(), received))
                        .orElseGet(() -> Announcement.ofAggregate(referral.id(), referral.receivedAt(), received)));
    }
}
