package org.communitysolutions.intake.person;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.communitysolutions.intake.person.persistence.PersonRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;

/** Registers a person, who is then known to every team and tells their story once. */
@ApplicationScoped
public class RegisterPerson {

    private final Transactions transactions;
    private final PersonRows people;
    private final Clock clock;

    RegisterPerson(Transactions transactions, PersonRows people, Clock clock) {
        this.transactions = transactions;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Registers the person.
     *
     * @throws org.communitysolutions.intake.Refusal (through the Uni) if an identifier is someone else's
     */
    public Uni<Person> handle(Caller caller, PersonDetails details) {
        return transactions.once(caller, details, Person.class, session -> {
            Person person = new Person(Uuid7.next(), details.name(), details.birthDate(), details.identifiers(), 0);
            return people.add(session, person, clock.instant()).replaceWith(person);
        });
    }
}
