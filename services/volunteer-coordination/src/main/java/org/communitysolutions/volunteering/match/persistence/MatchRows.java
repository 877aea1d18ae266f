package org.communitysolutions.volunteering.match.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.volunteering.match.KeptMatch;
import org.communitysolutions.volunteering.match.Matches;
import org.communitysolutions.volunteering.match.domain.Active;
import org.communitysolutions.volunteering.match.domain.Ended;
import org.communitysolutions.volunteering.volunteer.HouseholdsHelped;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class MatchRows implements Matches, HouseholdsHelped {

    private static final UUID FIRST = new UUID(0, 0);

    @Override
    public Uni<Optional<KeptMatch>> find(Mutiny.Session session, UUID id) {
        return session.find(MatchRow.class, id)
                .map(row -> Optional.ofNullable(row).map(MatchRow::kept));
    }

    @Override
    public Uni<Optional<KeptMatch>> hold(Mutiny.Session session, UUID id, long version) {
        return session.find(MatchRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(row -> {
                    if (row != null && row.version != version) {
                        throw new OptimisticLockException();
                    }
                })
                .map(row -> Optional.ofNullable(row).map(MatchRow::kept));
    }

    @Override
    public Uni<List<Active>> activeOf(Mutiny.Session session, UUID volunteer) {
        return session.createSelectionQuery(
                        "from MatchRow where volunteerId = ?1 and endedOn is null order by id", MatchRow.class)
                .setParameter(1, volunteer)
                .getResultList()
                .map(rows -> rows.stream().map(row -> new Active(row.match())).toList());
    }

    @Override
    public Uni<List<KeptMatch>> ofHousehold(Mutiny.Session session, UUID household, Optional<UUID> after, int most) {
        return session.createSelectionQuery(
                        "from MatchRow where householdId = ?1 and id > ?2 order by id", MatchRow.class)
                .setParameter(1, household)
                .setParameter(2, after.orElse(FIRST))
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(MatchRow::kept).toList());
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, Active active, Instant recordedAt) {
        return session.persist(MatchRow.of(active, recordedAt));
    }

    @Override
    public Uni<KeptMatch> end(Mutiny.Session session, Ended ended) {
        return session.find(MatchRow.class, ended.match().id())
                .invoke(row -> row.end(ended))
                .call(session::flush)
                .map(MatchRow::kept);
    }

    @Override
    public Uni<Boolean> includes(Mutiny.Session session, UUID volunteer, UUID household) {
        return activeOf(session, volunteer).map(active -> active.stream()
                .anyMatch(match -> match.match().householdId().equals(household)));
    }
}
