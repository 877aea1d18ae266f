package org.communitysolutions.employment.jobloss;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The job losses that are kept. */
public interface JobLosses {

    Uni<Optional<JobLoss>> find(Mutiny.Session session, UUID id);

    /** Whether that person's loss on that day is known; until the transaction ends nobody else can add one of theirs. */
    Uni<Boolean> isKnown(Mutiny.Session session, UUID person, LocalDate on);

    /** A household's losses by id, at most {@code most}, from the first after {@code after}. */
    Uni<List<JobLoss>> ofHousehold(Mutiny.Session session, UUID household, Optional<UUID> after, int most);

    Uni<Void> add(Mutiny.Session session, JobLoss loss, Instant recordedAt);
}
