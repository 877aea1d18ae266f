package org.communitysolutions.homelessness.duty.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.homelessness.duty.Duties;
import org.communitysolutions.homelessness.duty.KeptDuty;
import org.communitysolutions.homelessness.duty.domain.Ended;
import org.communitysolutions.homelessness.duty.domain.Owed;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class DutyRows implements Duties {

    @Override
    public Uni<Optional<KeptDuty>> find(Mutiny.Session session, UUID id) {
        return session.find(DutyRow.class, id)
                .map(row -> Optional.ofNullable(row).map(DutyRow::kept));
    }

    @Override
    public Uni<Optional<KeptDuty>> hold(Mutiny.Session session, UUID id, long version) {
        return session.find(DutyRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(row -> {
                    if (row != null && row.version != version) {
                        throw new OptimisticLockException();
                    }
                })
                .map(row -> Optional.ofNullable(row).map(DutyRow::kept));
    }

    @Override
    public Uni<List<KeptDuty>> ofApplication(Mutiny.Session session, UUID application) {
        return session.createSelectionQuery("from DutyRow where applicationId = ?1 order by id", DutyRow.class)
                .setParameter(1, application)
                .getResultList()
                .map(rows -> rows.stream().map(DutyRow::kept).toList());
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, Owed owed, Instant recordedAt) {
        return session.persist(DutyRow.of(owed, recordedAt));
    }

    @Override
    public Uni<KeptDuty> end(Mutiny.Session session, Ended ended) {
        return session.find(DutyRow.class, ended.duty().id())
                .invoke(row -> row.end(ended))
                .call(session::flush)
                .map(DutyRow::kept);
    }
}
