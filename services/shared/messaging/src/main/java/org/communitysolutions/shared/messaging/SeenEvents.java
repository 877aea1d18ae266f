package org.communitysolutions.shared.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** A row for each event that was taken in. */
@ApplicationScoped
class SeenEvents {

    /** In the order of the ids, so that two consumers with the same events wait for each other and never both ways. */
    private static final String MARK = """
            with fresh as (
                insert into seen_event (event_id)
                select distinct cast(id as uuid) from unnest(cast(?1 as text[])) as batch (id) order by 1
                on conflict do nothing returning event_id)
            select event_id from fresh
            """;

    /** Marks the events, some of which may be the same; returns the ids of those that had no mark before. */
    Uni<Set<UUID>> mark(Mutiny.Session session, List<ReceivedEvent> events) {
        return session.createNativeQuery(MARK, UUID.class)
                .setParameter(
                        1, events.stream().map(event -> event.id().toString()).toArray(String[]::new))
                .getResultList()
                .map(HashSet::new);
    }
}
