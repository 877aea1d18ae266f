package org.communitysolutions.intake.person;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.communitysolutions.intake.Refusal;
import org.communitysolutions.intake.person.persistence.PersonRows;
import org.hibernate.reactive.mutiny.Mutiny;

/** Whether someone is registered, for a feature that keeps something about them. */
@ApplicationScoped
public class KnownPeople {

    private final PersonRows people;

    KnownPeople(PersonRows people) {
        this.people = people;
    }

    /**
     * Completes if there is such a person, or if none is named.
     *
     * @throws Refusal (through the Uni) if there is not
     */
    public Uni<Void> require(Mutiny.Session session, UUID idOrNull) {
        return idOrNull == null
                ? Uni.createFrom().voidItem()
                : people.find(session, idOrNull)
                        .invoke(found -> {
                            if (found.isEmpty()) {
                                throw Refusal.unknown("person");
                            }
                        })
                        .replaceWithVoid();
    }
}
