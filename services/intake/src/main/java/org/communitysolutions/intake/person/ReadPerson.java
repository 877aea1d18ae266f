package org.communitysolutions.intake.person;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.person.domain.Identifier;
import org.communitysolutions.intake.person.persistence.PersonRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows a person to someone, and keeps that they were shown. */
@ApplicationScoped
public class ReadPerson {

    private final Transactions transactions;
    private final PersonRows people;
    private final ReadAudit audit;

    ReadPerson(Transactions transactions, PersonRows people, ReadAudit audit) {
        this.transactions = transactions;
        this.people = people;
        this.audit = audit;
    }

    public Uni<Optional<Person>> handle(Caller caller, UUID id) {
        return transactions.run(
                caller, session -> people.find(session, id).call(found -> note(session, caller, found)));
    }

    /** Finds the person whom a system calls so. */
    public Uni<Optional<Person>> handle(Caller caller, Identifier identifier) {
        return transactions.run(
                caller, session -> people.find(session, identifier).call(found -> note(session, caller, found)));
    }

    private Uni<Void> note(Mutiny.Session session, Caller caller, Optional<Person> found) {
        return found.isEmpty()
                ? Uni.createFrom().voidItem()
                : audit.read(session, caller, "person", found.get().id());
    }
}
