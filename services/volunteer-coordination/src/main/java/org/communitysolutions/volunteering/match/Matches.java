package org.communitysolutions.volunteering.match;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.volunteering.match.domain.Active;
import org.communitysolutions.volunteering.match.domain.Ended;
import org.hibernate.reactive.mutiny.Mutiny;

/** The matches that are kept. */
public interface Matches {

    Uni<Optional<KeptMatch>> find(Mutiny.Session session, UUID id);

    /**
     * Finds the match as of that version and lets nobody else change it until the transaction ends.
     *
     * @throws jakarta.persistence.OptimisticLockException (through the Uni) if its version is another
     */
    Uni<Optional<KeptMatch>> hold(Mutiny.Session session, UUID id, long version);

    /** A volunteer's matches that go on. */
    Uni<List<Active>> activeOf(Mutiny.Session session, UUID volunteer);

    /** A household's matches by id, at most {@code most}, from the first after {@code after}. */
    Uni<List<KeptMatch>> ofHousehold(Mutiny.Session session, UUID household, Optional<UUID> after, int most);

    Uni<Void> add(Mutiny.Session session, Active active, Instant recordedAt);

    /** Keeps that a match, which is held, has ended. */
    Uni<KeptMatch> end(Mutiny.Session session, Ended ended);
}
