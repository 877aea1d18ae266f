package org.communitysolutions.casemanagement.casefile;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where notes are kept. Each caller finds those only that it may know of. */
public interface Notes {

    Uni<Void> add(Mutiny.Session session, Note note);

    /** The file's notes before the given one, the latest first. */
    Uni<List<Note>> before(Mutiny.Session session, UUID file, Optional<UUID> before, int limit);
}
