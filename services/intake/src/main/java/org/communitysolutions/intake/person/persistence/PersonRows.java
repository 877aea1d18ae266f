package org.communitysolutions.intake.person.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.Refusal;
import org.communitysolutions.intake.person.Person;
import org.communitysolutions.intake.person.PersonDetails;
import org.communitysolutions.intake.person.domain.Identifier;
import org.hibernate.reactive.mutiny.Mutiny;

/** The people's rows and their identifiers. */
@ApplicationScoped
public class PersonRows {

    private static final String IDENTIFIERS =
            "select system, value from person_identifier where person_id = ?1 order by system, value";

    private static final String BEARER = "select person_id from person_identifier where system = ?1 and value = ?2";

    /** Identifiers that are someone's already stay theirs and are not counted. */
    private static final String IDENTIFY = """
            insert into person_identifier (system, value, person_id)
            select system, value, ?3 from unnest(cast(?1 as text[]), cast(?2 as text[])) as identifier (system, value)
            order by system, value
            on conflict do nothing
            """;

    private static final String REPLACE = """
            update person set name = ?1, birth_date = cast(cast(?2 as text) as date), version = version + 1
            where id = ?3 and version = ?4
            """;

    public Uni<Void> add(Mutiny.Session session, Person person, Instant registeredAt) {
        return session.persist(PersonRow.of(person, registeredAt))
                .call(session::flush)
                .chain(() -> identify(session, person.id(), person.identifiers()));
    }

    public Uni<Optional<Person>> find(Mutiny.Session session, UUID id) {
        return session.find(PersonRow.class, id)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : identifiers(session, id).map(identifiers -> Optional.of(row.person(identifiers))));
    }

    public Uni<Optional<Person>> find(Mutiny.Session session, Identifier identifier) {
        return session.createNativeQuery(BEARER, UUID.class)
                .setParameter(1, identifier.system())
                .setParameter(2, identifier.value())
                .getSingleResultOrNull()
                .chain(id -> id == null ? Uni.createFrom().item(Optional.empty()) : find(session, id));
    }

    /**
     * Replaces what is known about the person.
     *
     * @return the person as they now are, or empty if there is no such person
     * @throws OptimisticLockException (through the Uni) if the version is another
     * @throws Refusal (through the Uni) if an identifier is someone else's
     */
    public Uni<Optional<Person>> replace(Mutiny.Session session, UUID id, long version, PersonDetails details) {
        return session.createNativeQuery(REPLACE)
                .setParameter(1, details.name())
                .setParameter(2, details.birthDate().map(LocalDate::toString).orElse(null))
                .setParameter(3, id)
                .setParameter(4, version)
                .executeUpdate()
                .chain(replaced -> replaced == 0
                        ? notReplaced(session, id)
                        : forget(session, id)
                                .chain(() -> identify(session, id, details.identifiers()))
                                .chain(() -> find(session, id)));
    }

    private Uni<Optional<Person>> notReplaced(Mutiny.Session session, UUID id) {
        return find(session, id).invoke(found -> {
            if (found.isPresent()) {
                throw new OptimisticLockException();
            }
        });
    }

    private Uni<List<Identifier>> identifiers(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(IDENTIFIERS, Object[].class)
                .setParameter(1, id)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Identifier((String) row[0], (String) row[1]))
                        .toList());
    }

    private Uni<Void> forget(Mutiny.Session session, UUID id) {
        return session.createNativeQuery("delete from person_identifier where person_id = ?1")
                .setParameter(1, id)
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> identify(Mutiny.Session session, UUID id, List<Identifier> identifiers) {
        if (identifiers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(IDENTIFY)
                .setParameter(1, identifiers.stream().map(Identifier::system).toArray(String[]::new))
                .setParameter(2, identifiers.stream().map(Identifier::value).toArray(String[]::new))
                .setParameter(3, id)
                .executeUpdate()
                .invoke(added -> {
                    if (added < identifiers.size()) {
                        throw Refusal.conflict(
                                "identifier-in-use",
                                "Another person has this identifier",
                                "One of the identifiers stands for someone who is registered already: search for them.");
                    }
                })
                .replaceWithVoid();
    }
}
