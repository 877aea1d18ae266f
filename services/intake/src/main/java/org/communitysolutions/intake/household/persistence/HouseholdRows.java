package org.communitysolutions.intake.household.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.household.Household;
import org.communitysolutions.intake.household.HouseholdDetails;
import org.hibernate.reactive.mutiny.Mutiny;

/** The registry's rows. */
@ApplicationScoped
public class HouseholdRows {

    private static final String LIVING_AT = """
            from HouseholdRow where uprn = ?1 and occupiedFrom <= ?2 and (occupiedUntil is null or occupiedUntil >= ?2)
            order by occupiedFrom desc
            """;

    /** Lets one registration at a time look at a home, so that two at once do not both find it empty. */
    public Uni<Void> lockHome(Mutiny.Session session, String uprn) {
        return session.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 1))) as locked")
                .setParameter(1, uprn)
                .getSingleResult()
                .replaceWithVoid();
    }

    public Uni<Optional<Household>> livingAt(Mutiny.Session session, String uprn, LocalDate on) {
        return session.createSelectionQuery(LIVING_AT, HouseholdRow.class)
                .setParameter(1, uprn)
                .setParameter(2, on)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(HouseholdRow::household));
    }

    public Uni<Optional<Household>> find(Mutiny.Session session, UUID id) {
        return session.find(HouseholdRow.class, id)
                .map(row -> Optional.ofNullable(row).map(HouseholdRow::household));
    }

    /**
     * Finds the household as of that version.
     *
     * @throws OptimisticLockException (through the Uni) if its version is another
     */
    public Uni<Optional<Household>> find(Mutiny.Session session, UUID id, long version) {
        return find(session, id).invoke(found -> {
            if (found.isPresent() && found.get().version() != version) {
                throw new OptimisticLockException();
            }
        });
    }

    public Uni<Void> add(Mutiny.Session session, Household household, Instant registeredAt) {
        return session.persist(HouseholdRow.of(household, registeredAt));
    }

    /** Replaces the details of a household that is known to be there. */
    public Uni<Household> replaceDetails(Mutiny.Session session, UUID id, HouseholdDetails details) {
        return session.find(HouseholdRow.class, id)
                .invoke(row -> row.set(details))
                .call(session::flush)
                .map(HouseholdRow::household);
    }
}
