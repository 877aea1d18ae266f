package org.communitysolutions.homelessness.duty;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.homelessness.duty.domain.Ended;
import org.communitysolutions.homelessness.duty.domain.Owed;
import org.hibernate.reactive.mutiny.Mutiny;

/** The duties that are kept; one that the caller may not know of is not among them. */
public interface Duties {

    Uni<Optional<KeptDuty>> find(Mutiny.Session session, UUID id);

    /**
     * Finds the duty as of that version and lets nobody else change it until the transaction ends.
     *
     * @throws jakarta.persistence.OptimisticLockException (through the Uni) if its version is another
     */
    Uni<Optional<KeptDuty>> hold(Mutiny.Session session, UUID id, long version);

    /** All of an application's duties, of which there is at most one of each kind, by id. */
    Uni<List<KeptDuty>> ofApplication(Mutiny.Session session, UUID application);

    Uni<Void> add(Mutiny.Session session, Owed owed, Instant recordedAt);

    /** Keeps that a duty, which is held, has ended. */
    Uni<KeptDuty> end(Mutiny.Session session, Ended ended);
}
