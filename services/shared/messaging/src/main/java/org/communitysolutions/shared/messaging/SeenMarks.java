package org.communitysolutions.shared.messaging;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps which events were taken in. A service that keeps the events themselves has their keys for marks, and a bean of
 * its own instead of {@link SeenEvents}.
 */
public interface SeenMarks {

    /** Marks the events, some of which may be the same; returns the ids of those that had no mark before. */
    Uni<Set<UUID>> mark(Mutiny.Session session, List<ReceivedEvent> events);
}
