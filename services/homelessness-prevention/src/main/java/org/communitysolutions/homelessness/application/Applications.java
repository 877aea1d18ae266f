package org.communitysolutions.homelessness.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The applications that are kept; one that the caller may not know of is not among them. */
public interface Applications {

    Uni<Optional<Application>> find(Mutiny.Session session, UUID id);

    /**
     * Finds it and lets nobody else decide anything on it until the transaction ends.
     *
     * @throws NoSuchApplication (through the Uni) if there is none
     */
    Uni<Application> hold(Mutiny.Session session, UUID id);

    /** A household's applications by id, at most {@code most}, from the first after {@code after}. */
    Uni<List<Application>> ofHousehold(Mutiny.Session session, UUID household, Optional<UUID> after, int most);

    Uni<Void> add(Mutiny.Session session, Application application, Instant recordedAt);
}
