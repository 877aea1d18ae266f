package org.communitysolutions.volunteering.hours.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.volunteering.hours.KeptHours;
import org.communitysolutions.volunteering.hours.LoggedHours;
import org.communitysolutions.volunteering.hours.domain.Approved;
import org.communitysolutions.volunteering.hours.domain.Day;
import org.communitysolutions.volunteering.hours.domain.Logged;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class HoursRows implements LoggedHours {

    private static final UUID FIRST = new UUID(0, 0);

    @Override
    public Uni<Optional<KeptHours>> find(Mutiny.Session session, UUID id) {
        return session.find(HoursRow.class, id)
                .map(row -> Optional.ofNullable(row).map(HoursRow::kept));
    }

    @Override
    public Uni<Optional<KeptHours>> hold(Mutiny.Session session, UUID id, long version) {
        return session.find(HoursRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(row -> {
                    if (row != null && row.version != version) {
                        throw new OptimisticLockException();
                    }
                })
                .map(row -> Optional.ofNullable(row).map(HoursRow::kept));
    }

    @Override
    public Uni<Day> day(Mutiny.Session session, UUID volunteer, LocalDate on) {
        return session.createSelectionQuery(
                        "select coalesce(sum(minutes), 0) from HoursRow where volunteerId = ?1 and givenOn = ?2",
                        Long.class)
                .setParameter(1, volunteer)
                .setParameter(2, on)
                .getSingleResult()
                .map(minutes -> new Day(on, minutes));
    }

    @Override
    public Uni<List<KeptHours>> ofVolunteer(Mutiny.Session session, UUID volunteer, Optional<UUID> after, int most) {
        return session.createSelectionQuery(
                        "from HoursRow where volunteerId = ?1 and id > ?2 order by id", HoursRow.class)
                .setParameter(1, volunteer)
                .setParameter(2, after.orElse(FIRST))
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(HoursRow::kept).toList());
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, Logged logged, Instant recordedAt) {
        return session.persist(HoursRow.of(logged, recordedAt));
    }

    @Override
    public Uni<KeptHours> approve(Mutiny.Session session, Approved approved) {
        return session.find(HoursRow.class, approved.hours().id())
                .invoke(row -> row.approve(approved))
                .call(session::flush)
                .map(HoursRow::kept);
    }
}
