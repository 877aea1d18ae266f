package org.communitysolutions.employment.job;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.employment.job.domain.InWork;
import org.communitysolutions.employment.job.domain.Lost;
import org.communitysolutions.employment.job.domain.Sustained;
import org.hibernate.reactive.mutiny.Mutiny;

/** The jobs that are kept. */
public interface Jobs {

    Uni<Optional<KeptJob>> find(Mutiny.Session session, UUID id);

    /** Whose job it is, without taking its state into the session, so that it is read fresh once they are held. */
    Uni<Optional<UUID>> participantOf(Mutiny.Session session, UUID id);

    /** All of a participant's jobs, by id. */
    Uni<List<KeptJob>> ofParticipant(Mutiny.Session session, UUID participant);

    /** A participant's jobs by id, at most {@code most}, from the first after {@code after}. */
    Uni<List<KeptJob>> ofParticipant(Mutiny.Session session, UUID participant, Optional<UUID> after, int most);

    Uni<Void> add(Mutiny.Session session, InWork inWork, Instant recordedAt);

    /** Keeps that a job is lost. */
    Uni<KeptJob> lose(Mutiny.Session session, Lost lost);

    Uni<Void> add(Mutiny.Session session, Sustained sustained, Instant recordedAt);
}
