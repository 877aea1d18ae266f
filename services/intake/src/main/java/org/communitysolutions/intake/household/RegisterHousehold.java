package org.communitysolutions.intake.household;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.household.events.HouseholdRegistered;
import org.communitysolutions.intake.household.persistence.HouseholdRows;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/** Puts a household into the registry, once: whoever names the same home on a day within its stay gets the same one. */
@ApplicationScoped
public class RegisterHousehold {

    private final Transactions transactions;
    private final HouseholdRows households;
    private final Outbox outbox;
    private final Clock clock;

    RegisterHousehold(Transactions transactions, HouseholdRows households, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.households = households;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What to register.
     *
     * @param uprn 1 to 12 digits
     * @param on a day on which the household lives there
     */
    public record Registration(String uprn, LocalDate on, HouseholdDetails details) {}

    /** The household, and whether this registration was the first to name it. */
    public record Registered(Household household, boolean isNew) {}

    public Uni<Registered> handle(Caller caller, Registration registration) {
        return transactions.once(
                caller, registration, Registered.class, session -> register(session, caller, registration));
    }

    Uni<Registered> register(Mutiny.Session session, Caller caller, Registration registration) {
        return households
                .lockHome(session, registration.uprn())
                .chain(() -> households.livingAt(session, registration.uprn(), registration.on()))
                .chain(known -> known.isPresent()
                        ? Uni.createFrom().item(new Registered(known.get(), false))
                        : add(session, caller, registration));
    }

    private Uni<Registered> add(Mutiny.Session session, Caller caller, Registration registration) {
        Instant now = clock.instant();
        UUID id = Uuid7.next();
        Household household =
                new Household(id, registration.uprn(), registration.on(), Optional.empty(), registration.details(), 0);
        return households
                .add(session, household, now)
                .chain(() -> outbox.append(
                        session, caller, Announcement.about(id, now, HouseholdRegistered.of(household, now))))
                .replaceWith(new Registered(household, true));
    }
}
