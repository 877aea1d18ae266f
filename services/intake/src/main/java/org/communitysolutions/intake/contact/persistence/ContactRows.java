package org.communitysolutions.intake.contact.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.contact.Contact;
import org.communitysolutions.intake.contact.Contacts;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class ContactRows implements Contacts {

    private static final UUID FIRST = new UUID(0, 0);

    @Override
    public Uni<Void> add(Mutiny.Session session, Contact contact) {
        return session.persist(ContactRow.of(contact)).call(session::flush);
    }

    @Override
    public Uni<Optional<Contact>> find(Mutiny.Session session, UUID id) {
        return session.find(ContactRow.class, id)
                .map(row -> Optional.ofNullable(row).map(ContactRow::contact));
    }

    @Override
    public Uni<Optional<Contact>> findForUpdate(Mutiny.Session session, UUID id) {
        return session.find(ContactRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(ContactRow::contact));
    }

    @Override
    public Uni<Void> update(Mutiny.Session session, Contact contact) {
        return session.find(ContactRow.class, contact.id())
                .invoke(row -> row.set(contact))
                .call(session::flush)
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Contact>> waiting(Mutiny.Session session, Optional<UUID> after, int limit) {
        return session.createSelectionQuery(
                        "from ContactRow where state = 'received' and id > ?1 order by id", ContactRow.class)
                .setParameter(1, after.orElse(FIRST))
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(ContactRow::contact).toList());
    }
}
