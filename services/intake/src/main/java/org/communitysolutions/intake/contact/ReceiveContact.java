package org.communitysolutions.intake.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.contact.domain.ContactState;
import org.communitysolutions.intake.household.KnownHouseholds;
import org.communitysolutions.intake.person.KnownPeople;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;

/** Takes in what someone says when they get in touch. */
@ApplicationScoped
public class ReceiveContact {

    private final Transactions transactions;
    private final Contacts contacts;
    private final ContactEvents events;
    private final KnownHouseholds households;
    private final KnownPeople people;
    private final Clock clock;

    ReceiveContact(
            Transactions transactions,
            Contacts contacts,
            ContactEvents events,
            KnownHouseholds households,
            KnownPeople people,
            Clock clock) {
        this.transactions = transactions;
        this.contacts = contacts;
        this.events = events;
        this.households = households;
        this.people = people;
        this.clock = clock;
    }

    /** Who it is about, as far as that is known, and what they said. */
    public record Reception(Optional<UUID> householdId, Optional<UUID> personId, Story story) {}

    /** The contact that was taken in. */
    public record Received(UUID id) {}

    /**
     * Takes the contact in.
     *
     * @throws org.communitysolutions.intake.Refusal (through the Uni) if there is no such household or person
     */
    public Uni<Received> handle(Caller caller, Reception reception) {
        return transactions.once(caller, reception, Received.class, session -> {
            Contact contact = new Contact(
                    Uuid7.next(),
                    reception.householdId(),
                    reception.personId(),
                    reception.story(),
                    clock.instant(),
                    caller.subject(),
                    new ContactState.Received());
            return households
                    .require(session, reception.householdId().orElse(null))
                    .chain(() -> people.require(session, reception.personId().orElse(null)))
                    .chain(() -> contacts.add(session, contact))
                    .chain(() -> events.received(session, caller, contact))
                    .replaceWith(new Received(contact.id()));
        });
    }
}
