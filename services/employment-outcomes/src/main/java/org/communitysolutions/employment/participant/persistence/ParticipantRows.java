package org.communitysolutions.employment.participant.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.employment.participant.NoSuchParticipant;
import org.communitysolutions.employment.participant.Participant;
import org.communitysolutions.employment.participant.Participants;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class ParticipantRows implements Participants {

    private static final UUID FIRST = new UUID(0, 0);

    @Override
    public Uni<Optional<Participant>> find(Mutiny.Session session, UUID id) {
        return session.find(ParticipantRow.class, id)
                .map(row -> Optional.ofNullable(row).map(ParticipantRow::participant));
    }

    @Override
    public Uni<Participant> hold(Mutiny.Session session, UUID id) {
        return session.find(ParticipantRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(NoSuchParticipant::new)
                .map(ParticipantRow::participant);
    }

    @Override
    public Uni<Boolean> isEnrolled(Mutiny.Session session, UUID person) {
        return session.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 1))) as locked")
                .setParameter(1, person.toString())
                .getSingleResult()
                .chain(() -> session.createSelectionQuery(
                                "select count(*) from ParticipantRow where personId = ?1", Long.class)
                        .setParameter(1, person)
                        .getSingleResult())
                .map(known -> known > 0);
    }

    @Override
    public Uni<List<Participant>> ofHousehold(Mutiny.Session session, UUID household, Optional<UUID> after, int most) {
        return session.createSelectionQuery(
                        "from ParticipantRow where householdId = ?1 and id > ?2 order by id", ParticipantRow.class)
                .setParameter(1, household)
                .setParameter(2, after.orElse(FIRST))
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(ParticipantRow::participant).toList());
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, Participant participant, Instant recordedAt) {
        return session.persist(ParticipantRow.of(participant, recordedAt));
    }
}
