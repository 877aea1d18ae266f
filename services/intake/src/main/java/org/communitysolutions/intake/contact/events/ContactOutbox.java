package org.communitysolutions.intake.contact.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.TreeSet;
import org.communitysolutions.intake.contact.Contact;
import org.communitysolutions.intake.contact.ContactEvents;
import org.communitysolutions.intake.contact.domain.ContactState;
import org.communitysolutions.intake.contact.domain.Triage;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** Appends what happened to a contact to the outbox; ordered by its household, or by itself while none is known. */
@ApplicationScoped
class ContactOutbox implements ContactEvents {

    private final Outbox outbox;

    ContactOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> received(Mutiny.Session session, Caller caller, Contact contact) {
        return append(
                session,
                caller,
                contact,
                contact.receivedAt(),
                new ContactReceived(
                        contact.householdId(), contact.id(), contact.story().channel()));
    }

    @Override
    public Uni<Void> triaged(Mutiny.Session session, Caller caller, Contact contact) {
        return switch (contact.state()) {
            case ContactState.Received waiting ->
                throw new IllegalArgumentException("A contact is told of as triaged although it is " + waiting);
            case ContactState.Triaged done -> triaged(session, caller, contact, done.triage());
        };
    }

    private Uni<Void> triaged(Mutiny.Session session, Caller caller, Contact contact, Triage triage) {
        return append(
                session,
                caller,
                contact,
                triage.at(),
                new ContactTriaged(
                        contact.householdId(),
                        contact.id(),
                        triage.tier(),
                        triage.route(),
                        new TreeSet<>(triage.needs())));
    }

    private Uni<Void> append(Mutiny.Session session, Caller caller, Contact contact, Instant at, Object data) {
        Announcement announcement = contact.householdId()
                .map(household -> Announcement.about(household, at, data))
                .orElseGet(() -> Announcement.ofAggregate(contact.id(), at, data));
        return outbox.append(session, caller, announcement);
    }
}
