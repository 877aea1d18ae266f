package org.communitysolutions.volunteering.clearance.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.volunteering.clearance.Checks;
import org.communitysolutions.volunteering.clearance.KeptCheck;
import org.communitysolutions.volunteering.clearance.domain.Asked;
import org.communitysolutions.volunteering.clearance.domain.CheckState;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class CheckRows implements Checks {

    private static final UUID FIRST = new UUID(0, 0);

    @Override
    public Uni<Optional<KeptCheck>> find(Mutiny.Session session, UUID id) {
        return session.find(CheckRow.class, id)
                .map(row -> Optional.ofNullable(row).map(CheckRow::kept));
    }

    @Override
    public Uni<Optional<KeptCheck>> hold(Mutiny.Session session, UUID id, long version) {
        return session.find(CheckRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(row -> {
                    if (row != null && row.version != version) {
                        throw new OptimisticLockException();
                    }
                })
                .map(row -> Optional.ofNullable(row).map(CheckRow::kept));
    }

    @Override
    public Uni<List<KeptCheck>> ofVolunteer(Mutiny.Session session, UUID volunteer) {
        return session.createSelectionQuery("from CheckRow where volunteerId = ?1 order by id", CheckRow.class)
                .setParameter(1, volunteer)
                .getResultList()
                .map(rows -> rows.stream().map(CheckRow::kept).toList());
    }

    @Override
    public Uni<List<KeptCheck>> ofVolunteer(Mutiny.Session session, UUID volunteer, Optional<UUID> after, int most) {
        return session.createSelectionQuery(
                        "from CheckRow where volunteerId = ?1 and id > ?2 order by id", CheckRow.class)
                .setParameter(1, volunteer)
                .setParameter(2, after.orElse(FIRST))
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(CheckRow::kept).toList());
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, Asked asked, Instant recordedAt) {
        return session.persist(CheckRow.of(asked, recordedAt));
    }

    @Override
    public Uni<KeptCheck> decide(Mutiny.Session session, CheckState decided) {
        return session.find(CheckRow.class, decided.check().id())
                .invoke(row -> row.set(decided))
                .call(session::flush)
                .map(CheckRow::kept);
    }
}
