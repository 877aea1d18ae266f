package org.communitysolutions.risk.challenges.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.challenges.SubjectKind;
import org.communitysolutions.risk.challenges.domain.Challenge;
import org.communitysolutions.risk.challenges.domain.Subject;
import org.hibernate.reactive.mutiny.Mutiny;

/** The challenges' rows. Row-level security decides which of them a caller finds. */
@ApplicationScoped
public class ChallengeRows {

    private static final String OPEN = """
        from ChallengeRow where household = ?1 and state = OPEN and subject = ?2
        and (taskId = ?3 or (taskId is null and ?3 is null)) and (factor = ?4 or (factor is null and ?4 is null))
        """;

    /** Until the transaction ends, nobody else records a challenge of the household. */
    public Uni<Void> lock(Mutiny.Session session, UUID household) {
        return session.createNativeQuery(
                        "select count(*) from (select pg_advisory_xact_lock(hashtextextended(?1, 6)) offset 0) as locked",
                        Long.class)
                .setParameter(1, household.toString())
                .getSingleResult()
                .replaceWithVoid();
    }

    /** The challenge of the same subject that nobody has decided, if there is one. */
    public Uni<Optional<Challenge>> openOf(Mutiny.Session session, UUID household, Subject subject) {
        return session.createSelectionQuery(OPEN, ChallengeRow.class)
                .setParameter(1, household)
                .setParameter(2, SubjectKind.of(subject))
                .setParameter(3, SubjectKind.task(subject).orElse(null))
                .setParameter(4, SubjectKind.factor(subject).orElse(null))
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(ChallengeRow::challenge));
    }

    public Uni<Void> add(Mutiny.Session session, Challenge.Open challenge) {
        return session.persist(ChallengeRow.of(challenge)).call(session::flush);
    }

    public Uni<Optional<Challenge>> find(Mutiny.Session session, UUID id) {
        return session.find(ChallengeRow.class, id)
                .map(row -> Optional.ofNullable(row).map(ChallengeRow::challenge));
    }

    /** The household's challenge of that id; until the transaction ends, nobody else changes it. */
    public Uni<Optional<Challenge>> findForUpdate(Mutiny.Session session, UUID household, UUID id) {
        return session.find(ChallengeRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row)
                        .filter(found -> found.household.equals(household))
                        .map(ChallengeRow::challenge));
    }

    /** Writes the new state of a challenge that is there. */
    public Uni<Void> update(Mutiny.Session session, Challenge challenge) {
        return session.find(ChallengeRow.class, challenge.particulars().id())
                .invoke(row -> row.set(challenge))
                .call(session::flush)
                .replaceWithVoid();
    }

    /** How many nobody has decided, without those that are restricted. */
    public Uni<Long> countOpen(Mutiny.Session session) {
        return session.createSelectionQuery(
                        "select count(*) from ChallengeRow where state = OPEN and restricted = false", Long.class)
                .getSingleResult();
    }

    /** All of the household, oldest first; a household has a few. */
    public Uni<List<Challenge>> of(Mutiny.Session session, UUID household) {
        return session.createSelectionQuery("from ChallengeRow where household = ?1 order by id", ChallengeRow.class)
                .setParameter(1, household)
                .getResultList()
                .map(rows -> rows.stream().map(ChallengeRow::challenge).toList());
    }
}
