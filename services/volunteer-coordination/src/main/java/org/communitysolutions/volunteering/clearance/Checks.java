package org.communitysolutions.volunteering.clearance;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.volunteering.clearance.domain.Asked;
import org.communitysolutions.volunteering.clearance.domain.CheckState;
import org.hibernate.reactive.mutiny.Mutiny;

/** The checks that are kept. */
public interface Checks {

    Uni<Optional<KeptCheck>> find(Mutiny.Session session, UUID id);

    /**
     * Finds the check as of that version and lets nobody else change it until the transaction ends.
     *
     * @throws jakarta.persistence.OptimisticLockException (through the Uni) if its version is another
     */
    Uni<Optional<KeptCheck>> hold(Mutiny.Session session, UUID id, long version);

    /** All of a volunteer's checks, by id. */
    Uni<List<KeptCheck>> ofVolunteer(Mutiny.Session session, UUID volunteer);

    /** A volunteer's checks by id, at most {@code most}, from the first after {@code after}. */
    Uni<List<KeptCheck>> ofVolunteer(Mutiny.Session session, UUID volunteer, Optional<UUID> after, int most);

    Uni<Void> add(Mutiny.Session session, Asked asked, Instant recordedAt);

    /** Keeps what a check that is held came to. */
    Uni<KeptCheck> decide(Mutiny.Session session, CheckState decided);
}
