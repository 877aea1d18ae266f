package org.communitysolutions.homelessness.application.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.homelessness.application.Application;
import org.communitysolutions.homelessness.application.Applications;
import org.communitysolutions.homelessness.application.NoSuchApplication;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class ApplicationRows implements Applications {

    private static final UUID FIRST = new UUID(0, 0);

    @Override
    public Uni<Optional<Application>> find(Mutiny.Session session, UUID id) {
        return session.find(ApplicationRow.class, id)
                .map(row -> Optional.ofNullable(row).map(ApplicationRow::application));
    }

    @Override
    public Uni<Application> hold(Mutiny.Session session, UUID id) {
        return session.find(ApplicationRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(NoSuchApplication::new)
                .map(ApplicationRow::application);
    }

    @Override
    public Uni<List<Application>> ofHousehold(Mutiny.Session session, UUID household, Optional<UUID> after, int most) {
        return session.createSelectionQuery(
                        "from ApplicationRow where householdId = ?1 and id > ?2 order by id", ApplicationRow.class)
                .setParameter(1, household)
                .setParameter(2, after.orElse(FIRST))
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(ApplicationRow::application).toList());
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, Application application, Instant recordedAt) {
        return session.persist(ApplicationRow.of(application, recordedAt));
    }
}
