package org.communitysolutions.employment.participant;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The participants that are kept. */
public interface Participants {

    Uni<Optional<Participant>> find(Mutiny.Session session, UUID id);

    /**
     * Finds the participant and lets nobody else decide anything on their work until the transaction ends.
     *
     * @throws NoSuchParticipant (through the Uni) if there is none
     */
    Uni<Participant> hold(Mutiny.Session session, UUID id);

    /** Whether that person is enrolled; until the transaction ends nobody else can enrol them. */
    Uni<Boolean> isEnrolled(Mutiny.Session session, UUID person);

    /** A household's participants by id, at most {@code most}, from the first after {@code after}. */
    Uni<List<Participant>> ofHousehold(Mutiny.Session session, UUID household, Optional<UUID> after, int most);

    Uni<Void> add(Mutiny.Session session, Participant participant, Instant recordedAt);
}
