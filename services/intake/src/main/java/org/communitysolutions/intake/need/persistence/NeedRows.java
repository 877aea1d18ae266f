package org.communitysolutions.intake.need.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.need.HouseholdNeed;
import org.communitysolutions.intake.need.Need;
import org.hibernate.reactive.mutiny.Mutiny;

/** The needs' rows. */
@ApplicationScoped
public class NeedRows {

    private static final String OPEN = """
            from NeedRow where householdId = ?1 and need = ?2 and resolvedAt is null
            and (personId = ?3 or (personId is null and ?3 is null))
            """;

    /** Finds the need if it is open; until the transaction ends, nobody else finds or adds it. */
    public Uni<Optional<HouseholdNeed>> findOpenForUpdate(
            Mutiny.Session session, UUID householdId, Optional<UUID> personId, Need need) {
        return session.createNativeQuery(
                        "select count(*) from (select pg_advisory_xact_lock(hashtextextended(?1, 2)) offset 0) as locked",
                        Long.class)
                .setParameter(1, householdId.toString())
                .getSingleResult()
                .chain(() -> session.createSelectionQuery(OPEN, NeedRow.class)
                        .setParameter(1, householdId)
                        .setParameter(2, need)
                        .setParameter(3, personId.orElse(null))
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(NeedRow::need));
    }

    public Uni<Optional<HouseholdNeed>> findForUpdate(Mutiny.Session session, UUID id) {
        return session.find(NeedRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(NeedRow::need));
    }

    public Uni<Void> add(Mutiny.Session session, HouseholdNeed need) {
        return session.persist(NeedRow.of(need)).call(session::flush);
    }

    /** Writes the severity and the end of a need that is there. */
    public Uni<Void> update(Mutiny.Session session, HouseholdNeed need) {
        return session.find(NeedRow.class, need.id())
                .invoke(row -> row.set(need))
                .call(session::flush)
                .replaceWithVoid();
    }

    public Uni<List<HouseholdNeed>> of(Mutiny.Session session, Collection<UUID> households) {
        return session.createSelectionQuery("from NeedRow where householdId in (?1) order by id", NeedRow.class)
                .setParameter(1, households)
                .getResultList()
                .map(rows -> rows.stream().map(NeedRow::need).toList());
    }
}
