package org.communitysolutions.homelessness.notice;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The notices that are kept; one that the caller may not know of is not among them. */
public interface Notices {

    Uni<Optional<Notice>> find(Mutiny.Session session, UUID id);

    /** A household's notices by id, at most {@code most}, from the first after {@code after}. */
    Uni<List<Notice>> ofHousehold(Mutiny.Session session, UUID household, Optional<UUID> after, int most);

    Uni<Void> add(Mutiny.Session session, Notice notice, Instant recordedAt);
}
