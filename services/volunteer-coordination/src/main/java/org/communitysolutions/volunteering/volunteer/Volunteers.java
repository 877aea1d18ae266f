package org.communitysolutions.volunteering.volunteer;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The volunteers that are kept. */
public interface Volunteers {

    Uni<Optional<Volunteer>> find(Mutiny.Session session, UUID id);

    /**
     * Finds the volunteer and lets nobody else decide anything about them until the transaction ends.
     *
     * @throws NoSuchVolunteer (through the Uni) if there is none
     */
    Uni<Volunteer> hold(Mutiny.Session session, UUID id);

    /** Volunteers by id, at most {@code most}, from the first after {@code after}. */
    Uni<List<Volunteer>> list(Mutiny.Session session, Optional<UUID> after, int most);

    Uni<Void> add(Mutiny.Session session, Volunteer volunteer, Instant recordedAt);

    /** Replaces the details of a volunteer who is held. */
    Uni<Volunteer> replaceDetails(Mutiny.Session session, UUID id, VolunteerDetails details);
}
