package org.communitysolutions.employment.jobloss.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.employment.jobloss.JobLoss;
import org.communitysolutions.employment.jobloss.JobLosses;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class JobLossRows implements JobLosses {

    private static final UUID FIRST = new UUID(0, 0);

    @Override
    public Uni<Optional<JobLoss>> find(Mutiny.Session session, UUID id) {
        return session.find(JobLossRow.class, id)
                .map(row -> Optional.ofNullable(row).map(JobLossRow::loss));
    }

    @Override
    public Uni<Boolean> isKnown(Mutiny.Session session, UUID person, LocalDate on) {
        return session.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 2))) as locked")
                .setParameter(1, person.toString())
                .getSingleResult()
                .chain(() -> session.createSelectionQuery(
                                "select count(*) from JobLossRow where personId = ?1 and lostOn = ?2", Long.class)
                        .setParameter(1, person)
                        .setParameter(2, on)
                        .getSingleResult())
                .map(known -> known > 0);
    }

    @Override
    public Uni<List<JobLoss>> ofHousehold(Mutiny.Session session, UUID household, Optional<UUID> after, int most) {
        return session.createSelectionQuery(
                        "from JobLossRow where householdId = ?1 and id > ?2 order by id", JobLossRow.class)
                .setParameter(1, household)
                .setParameter(2, after.orElse(FIRST))
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(JobLossRow::loss).toList());
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, JobLoss loss, Instant recordedAt) {
        return session.persist(JobLossRow.of(loss, recordedAt));
    }
}
