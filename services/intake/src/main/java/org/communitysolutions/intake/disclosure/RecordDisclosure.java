package org.communitysolutions.intake.disclosure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.Refusal;
import org.communitysolutions.intake.disclosure.domain.DashThreshold;
import org.communitysolutions.intake.disclosure.domain.RiskAssessment;
import org.communitysolutions.intake.household.Household;
import org.communitysolutions.intake.household.KnownHouseholds;
import org.communitysolutions.intake.membership.KnownMembers;
import org.communitysolutions.intake.person.KnownPeople;
import org.communitysolutions.intake.safecontact.SafeContact;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps what someone told of domestic abuse. Whoever was told may record it; who may read it is another matter. */
@ApplicationScoped
public class RecordDisclosure {

    private final Transactions transactions;
    private final Disclosures disclosures;
    private final DisclosureEvents events;
    private final KnownHouseholds households;
    private final KnownPeople people;
    private final KnownMembers members;
    private final DashThresholds thresholds;
    private final Clock clock;

    RecordDisclosure(
            Transactions transactions,
            Disclosures disclosures,
            DisclosureEvents events,
            KnownHouseholds households,
            KnownPeople people,
            KnownMembers members,
            DashThresholds thresholds,
            Clock clock) {
        this.transactions = transactions;
        this.disclosures = disclosures;
        this.events = events;
        this.households = households;
        this.people = people;
        this.members = members;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    /**
     * What was told.
     *
     * @param childrenInHousehold whether children live there, if the worker knows; otherwise the registry is asked
     */
    public record Told(
            UUID householdId,
            UUID personId,
            Optional<String> words,
            RiskAssessment assessment,
            Optional<Boolean> childrenInHousehold,
            Optional<SafeContact> safeContact) {}

    /** That it was recorded. */
    public record Recorded(UUID id) {}

    /**
     * Records it.
     *
     * @throws Refusal (through the Uni) if there is no such household or person, or it is merged into another
     */
    public Uni<Recorded> handle(Caller caller, Told told) {
        return transactions.once(caller, told, Recorded.class, session -> households
                .find(session, told.householdId())
                .map(found -> KnownHouseholds.open(found.orElseThrow(() -> Refusal.unknown("household"))))
                .call(() -> people.require(session, told.personId()))
                .chain(household -> childrenIn(session, household, told))
                .map(children -> disclosure(caller, told, children))
                .call(disclosure -> disclosures.add(session, disclosure))
                .call(disclosure -> events.disclosed(session, caller, disclosure))
                .map(disclosure -> new Recorded(disclosure.id())));
    }

    private Uni<Boolean> childrenIn(Mutiny.Session session, Household household, Told told) {
        if (told.childrenInHousehold().isPresent()) {
            return Uni.createFrom().item(told.childrenInHousehold().get());
        }
        return household.details().children().orElse(0) > 0
                ? Uni.createFrom().item(true)
                : households
                        .withMerged(session, household.id())
                        .chain(ids -> members.childrenIn(session, ids, CouncilCalendar.dayOf(clock.instant())));
    }

    private Disclosure disclosure(Caller caller, Told told, boolean children) {
        Instant now = clock.instant();
        DashThreshold threshold = thresholds.on(CouncilCalendar.dayOf(now));
        return new Disclosure(
                Uuid7.next(),
                told.householdId(),
                told.personId(),
                told.words(),
                told.assessment(),
                threshold,
                told.assessment().isHigh(threshold),
                children,
                told.safeContact(),
                now,
                caller.subject());
    }
}
