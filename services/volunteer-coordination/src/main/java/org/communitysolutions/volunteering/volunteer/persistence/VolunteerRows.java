package org.communitysolutions.volunteering.volunteer.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.volunteering.volunteer.NoSuchVolunteer;
import org.communitysolutions.volunteering.volunteer.Volunteer;
import org.communitysolutions.volunteering.volunteer.VolunteerDetails;
import org.communitysolutions.volunteering.volunteer.Volunteers;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class VolunteerRows implements Volunteers {

    private static final UUID FIRST = new UUID(0, 0);

    @Override
    public Uni<Optional<Volunteer>> find(Mutiny.Session session, UUID id) {
        return session.find(VolunteerRow.class, id)
                .map(row -> Optional.ofNullable(row).map(VolunteerRow::volunteer));
    }

    @Override
    public Uni<Volunteer> hold(Mutiny.Session session, UUID id) {
        return session.find(VolunteerRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(NoSuchVolunteer::new)
                .map(VolunteerRow::volunteer);
    }

    @Override
    public Uni<List<Volunteer>> list(Mutiny.Session session, Optional<UUID> after, int most) {
        return session.createSelectionQuery("from VolunteerRow where id > ?1 order by id", VolunteerRow.class)
                .setParameter(1, after.orElse(FIRST))
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(VolunteerRow::volunteer).toList());
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, Volunteer volunteer, Instant recordedAt) {
        return session.persist(VolunteerRow.of(volunteer, recordedAt));
    }

    @Override
    public Uni<Volunteer> replaceDetails(Mutiny.Session session, UUID id, VolunteerDetails details) {
        return session.find(VolunteerRow.class, id)
                .invoke(row -> row.set(details))
                .call(session::flush)
                .map(VolunteerRow::volunteer);
    }
}
