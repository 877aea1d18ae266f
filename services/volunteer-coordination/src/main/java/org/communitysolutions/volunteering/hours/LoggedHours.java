package org.communitysolutions.volunteering.hours;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.volunteering.hours.domain.Approved;
import org.communitysolutions.volunteering.hours.domain.Day;
import org.communitysolutions.volunteering.hours.domain.Logged;
import org.hibernate.reactive.mutiny.Mutiny;

/** The time given that is kept. */
public interface LoggedHours {

    Uni<Optional<KeptHours>> find(Mutiny.Session session, UUID id);

    /**
     * Finds it as of that version and lets nobody else change it until the transaction ends.
     *
     * @throws jakarta.persistence.OptimisticLockException (through the Uni) if its version is another
     */
    Uni<Optional<KeptHours>> hold(Mutiny.Session session, UUID id, long version);

    /** What the volunteer has given on that day. */
    Uni<Day> day(Mutiny.Session session, UUID volunteer, LocalDate on);

    /** A volunteer's by id, at most {@code most}, from the first after {@code after}. */
    Uni<List<KeptHours>> ofVolunteer(Mutiny.Session session, UUID volunteer, Optional<UUID> after, int most);

    Uni<Void> add(Mutiny.Session session, Logged logged, Instant recordedAt);

    /** Keeps that time, which is held, was approved. */
    Uni<KeptHours> approve(Mutiny.Session session, Approved approved);
}
