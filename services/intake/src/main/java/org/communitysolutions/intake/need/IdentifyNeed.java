package org.communitysolutions.intake.need;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.household.KnownHouseholds;
import org.communitysolutions.intake.need.events.NeedIdentified;
import org.communitysolutions.intake.need.persistence.NeedRows;
import org.communitysolutions.intake.person.KnownPeople;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps that a household has a need. One that is open already is the same need, and takes the new severity. */
@ApplicationScoped
public class IdentifyNeed {

    private final Transactions transactions;
    private final NeedRows needs;
    private final KnownHouseholds households;
    private final KnownPeople people;
    private final Outbox outbox;
    private final Clock clock;

    IdentifyNeed(
            Transactions transactions,
            NeedRows needs,
            KnownHouseholds households,
            KnownPeople people,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.needs = needs;
        this.households = households;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param personId who has it; none if it is the whole household
     */
    public record Finding(Optional<UUID> personId, Need need, Severity severity) {}

    /** A finding and where it was made. */
    public record Identification(UUID householdId, Finding finding) {}

    /** The need, and whether it was not open before. */
    public record Identified(HouseholdNeed need, boolean isNew) {}

    /**
     * Identifies one need.
     *
     * @throws org.communitysolutions.intake.Refusal (through the Uni) if there is no such household or person
     */
    public Uni<Identified> handle(Caller caller, Identification identification) {
        return transactions.once(caller, identification, Identified.class, session -> households
                .addressedOpen(session, identification.householdId())
                .chain(() -> identify(session, caller, identification.householdId(), identification.finding())));
    }

    /** Identifies several within the transaction of another use case. */
    public Uni<Void> identifyAll(Mutiny.Session session, Caller caller, UUID householdId, List<Finding> findings) {
        return Multi.createFrom()
                .iterable(findings)
                .onItem()
                .transformToUniAndConcatenate(finding -> identify(session, caller, householdId, finding))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Identified> identify(Mutiny.Session session, Caller caller, UUID householdId, Finding finding) {
        return people.require(session, finding.personId().orElse(null))
                .chain(() -> needs.findOpenForUpdate(session, householdId, finding.personId(), finding.need()))
                .chain(open -> open.isPresent()
                        ? again(session, caller, open.get(), finding.severity())
                        : first(session, caller, householdId, finding));
    }

    private Uni<Identified> first(Mutiny.Session session, Caller caller, UUID householdId, Finding finding) {
        HouseholdNeed need = new HouseholdNeed(
                Uuid7.next(),
                householdId,
                finding.personId(),
                finding.need(),
                finding.severity(),
                clock.instant(),
                Optional.empty());
        return needs.add(session, need)
                .call(() -> announce(session, caller, need))
                .replaceWith(new Identified(need, true));
    }

    private Uni<Identified> again(Mutiny.Session session, Caller caller, HouseholdNeed open, Severity severity) {
        HouseholdNeed need = open.as(severity);
        return open.equals(need)
                ? Uni.createFrom().item(new Identified(open, false))
                : needs.update(session, need)
                        .call(() -> announce(session, caller, need))
                        .replaceWith(new Identified(need, false));
    }

    private Uni<Void> announce(Mutiny.Session session, Caller caller, HouseholdNeed need) {
        return outbox.append(
                session, caller, Announcement.about(need.householdId(), clock.instant(), NeedIdentified.of(need)));
    }
}
