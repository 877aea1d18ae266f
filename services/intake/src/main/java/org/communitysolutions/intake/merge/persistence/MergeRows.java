package org.communitysolutions.intake.merge.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.merge.Merge;
import org.hibernate.reactive.mutiny.Mutiny;

/** The merges' rows. */
@ApplicationScoped
public class MergeRows {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String OF = "select * from household_merge"
            + " where into_household = ?1 or merged @> array[cast(?1 as uuid)] order by id";

    public Uni<Void> add(Mutiny.Session session, Merge merge) {
        return session.persist(MergeRow.of(merge)).call(session::flush);
    }

    public Uni<Optional<Merge>> find(Mutiny.Session session, UUID id) {
        return session.find(MergeRow.class, id)
                .map(row -> Optional.ofNullable(row).map(MergeRow::merge));
    }

    /** Writes how far a merge that is there has come. */
    public Uni<Void> update(Mutiny.Session session, Merge merge) {
        return session.find(MergeRow.class, merge.id())
                .invoke(row -> row.set(merge))
                .call(session::flush)
                .replaceWithVoid();
    }

    /** Those that the household has a part in, the first proposed first. */
    public Uni<List<Merge>> of(Mutiny.Session session, UUID household) {
        return session.createNativeQuery(OF, MergeRow.class)
                .setParameter(1, household)
                .getResultList()
                .map(rows -> rows.stream().map(MergeRow::merge).toList());
    }

    public Uni<List<Merge>> waiting(Mutiny.Session session, Optional<UUID> after, int most) {
        return session.createSelectionQuery(
                        "from MergeRow where confirmedAt is null and endedAt is null and id > ?1 order by id",
                        MergeRow.class)
                .setParameter(1, after.orElse(FIRST))
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(MergeRow::merge).toList());
    }
}
