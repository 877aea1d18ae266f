package org.communitysolutions.employment.job.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.employment.job.Jobs;
import org.communitysolutions.employment.job.KeptJob;
import org.communitysolutions.employment.job.domain.InWork;
import org.communitysolutions.employment.job.domain.Job;
import org.communitysolutions.employment.job.domain.Lost;
import org.communitysolutions.employment.job.domain.Sustained;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class JobRows implements Jobs {

    private static final UUID FIRST = new UUID(0, 0);

    @Override
    public Uni<Optional<KeptJob>> find(Mutiny.Session session, UUID id) {
        return session.find(JobRow.class, id)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : kept(session, List.of(row)).map(jobs -> Optional.of(jobs.getFirst())));
    }

    @Override
    public Uni<Optional<UUID>> participantOf(Mutiny.Session session, UUID id) {
        return session.createSelectionQuery("select participantId from JobRow where id = ?1", UUID.class)
                .setParameter(1, id)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    @Override
    public Uni<List<KeptJob>> ofParticipant(Mutiny.Session session, UUID participant) {
        return session.createSelectionQuery("from JobRow where participantId = ?1 order by id", JobRow.class)
                .setParameter(1, participant)
                .getResultList()
                .chain(rows -> kept(session, rows));
    }

    @Override
    public Uni<List<KeptJob>> ofParticipant(Mutiny.Session session, UUID participant, Optional<UUID> after, int most) {
        return session.createSelectionQuery(
                        "from JobRow where participantId = ?1 and id > ?2 order by id", JobRow.class)
                .setParameter(1, participant)
                .setParameter(2, after.orElse(FIRST))
                .setMaxResults(most)
                .getResultList()
                .chain(rows -> kept(session, rows));
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, InWork inWork, Instant recordedAt) {
        return session.persist(JobRow.of(inWork, recordedAt));
    }

    @Override
    public Uni<KeptJob> lose(Mutiny.Session session, Lost lost) {
        return session.find(JobRow.class, lost.job().id())
                .invoke(row -> row.lostOn = lost.on())
                .call(session::flush)
                .chain(row -> kept(session, List.of(row)))
                .map(List::getFirst);
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, Sustained sustained, Instant recordedAt) {
        return session.persist(SustainedRow.of(sustained, recordedAt));
    }

    private static Uni<List<KeptJob>> kept(Mutiny.Session session, List<JobRow> rows) {
        return session.createSelectionQuery("from SustainedRow where jobId in ?1 order by id", SustainedRow.class)
                .setParameter(1, rows.stream().map(row -> row.id).toList())
                .getResultList()
                .map(claims -> rows.stream().map(row -> kept(row, claims)).toList());
    }

    private static KeptJob kept(JobRow row, List<SustainedRow> claims) {
        Job job = row.job();
        return new KeptJob(
                row.state(),
                claims.stream()
                        .filter(claim -> claim.jobId.equals(row.id))
                        .map(claim -> claim.sustained(job))
                        .toList(),
                row.version);
    }
}
