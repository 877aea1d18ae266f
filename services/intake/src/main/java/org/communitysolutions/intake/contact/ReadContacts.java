package org.communitysolutions.intake.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows a contact, and keeps that it was shown; lists those that wait for triage. */
@ApplicationScoped
public class ReadContacts {

    private final Transactions transactions;
    private final Contacts contacts;
    private final ReadAudit audit;

    ReadContacts(Transactions transactions, Contacts contacts, ReadAudit audit) {
        this.transactions = transactions;
        this.contacts = contacts;
        this.audit = audit;
    }

    public Uni<Optional<Contact>> one(Caller caller, UUID id) {
        return transactions.run(caller, session -> contacts.find(session, id)
                .call(found ->
                        found.isEmpty() ? Uni.createFrom().voidItem() : audit.read(session, caller, "contact", id)));
    }

    /** Those that wait, the oldest first. */
    public Uni<List<Contact>> waiting(Caller caller, Optional<UUID> after, int limit) {
        return transactions.run(caller, session -> contacts.waiting(session, after, limit));
    }
}
