package org.communitysolutions.homelessness.notice.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.homelessness.notice.Notice;
import org.communitysolutions.homelessness.notice.Notices;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class NoticeRows implements Notices {

    private static final UUID FIRST = new UUID(0, 0);

    @Override
    public Uni<Optional<Notice>> find(Mutiny.Session session, UUID id) {
        return session.find(NoticeRow.class, id)
                .map(row -> Optional.ofNullable(row).map(NoticeRow::notice));
    }

    @Override
    public Uni<List<Notice>> ofHousehold(Mutiny.Session session, UUID household, Optional<UUID> after, int most) {
        return session.createSelectionQuery(
                        "from NoticeRow where householdId = ?1 and id > ?2 order by id", NoticeRow.class)
                .setParameter(1, household)
                .setParameter(2, after.orElse(FIRST))
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(NoticeRow::notice).toList());
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, Notice notice, Instant recordedAt) {
        return session.persist(NoticeRow.of(notice, recordedAt));
    }
}
