package org.communitysolutions.intake.household;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.household.events.HouseholdDetailsChanged;
import org.communitysolutions.intake.household.persistence.HouseholdRows;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Replaces what is known about a household's circumstances. */
@ApplicationScoped
public class ChangeHouseholdDetails {

    private final Transactions transactions;
    private final HouseholdRows households;
    private final Outbox outbox;
    private final Clock clock;

    ChangeHouseholdDetails(Transactions transactions, HouseholdRows households, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.households = households;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The change.
     *
     * @param version the version that it is based on
     */
    public record Change(UUID id, long version, HouseholdDetails details) {}

    /**
     * Replaces the details; what already stands so is no change and publishes nothing.
     *
     * @return the household as it now is, or empty if there is none
     * @throws org.communitysolutions.intake.Refusal (through the Uni) if it is merged into another
     * @throws jakarta.persistence.OptimisticLockException (through the Uni) if it has changed since that version
     */
    public Uni<Optional<Household>> handle(Caller caller, Change change) {
        return transactions.run(caller, session -> households
                .find(session, change.id(), change.version())
                .invoke(found -> found.ifPresent(KnownHouseholds::open))
                .chain(found -> found.isEmpty() || found.get().details().equals(change.details())
                        ? Uni.createFrom().item(found)
                        : replace(session, caller, change).map(Optional::of)));
    }

    private Uni<Household> replace(Mutiny.Session session, Caller caller, Change change) {
        return households
                .replaceDetails(session, change.id(), change.details())
                .call(() -> outbox.append(
                        session,
                        caller,
                        Announcement.about(
                                change.id(),
                                clock.instant(),
                                HouseholdDetailsChanged.of(change.id(), change.details()))));
    }
}
