package org.communitysolutions.intake.contact;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where contacts are kept. */
public interface Contacts {

    Uni<Void> add(Mutiny.Session session, Contact contact);

    Uni<Optional<Contact>> find(Mutiny.Session session, UUID id);

    /** Finds it and lets nobody else change it until the transaction ends. */
    Uni<Optional<Contact>> findForUpdate(Mutiny.Session session, UUID id);

    /** Writes the household and the state of a contact that is there. */
    Uni<Void> update(Mutiny.Session session, Contact contact);

    /** The contacts that wait for triage, the oldest first, those after {@code after}. */
    Uni<List<Contact>> waiting(Mutiny.Session session, Optional<UUID> after, int limit);
}
