package org.communitysolutions.intake.person;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.communitysolutions.intake.Refusal;
import org.communitysolutions.intake.person.persistence.PersonRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** Replaces what is known about a person. */
@ApplicationScoped
public class CorrectPerson {

    private final Transactions transactions;
    private final PersonRows people;

    CorrectPerson(Transactions transactions, PersonRows people) {
        this.transactions = transactions;
        this.people = people;
    }

    /**
     * The correction.
     *
     * @param version the version that it is based on
     */
    public record Correction(UUID id, long version, PersonDetails details) {}

    /**
     * Corrects the person.
     *
     * @throws jakarta.persistence.OptimisticLockException (through the Uni) if it has changed since that version
     * @throws Refusal (through the Uni) if there is no such person, or an identifier is someone else's
     */
    public Uni<Person> handle(Caller caller, Correction correction) {
        return transactions.run(
                caller, session -> people.replace(session, correction.id(), correction.version(), correction.details())
                        .map(replaced -> replaced.orElseThrow(() -> Refusal.absent("person"))));
    }
}
