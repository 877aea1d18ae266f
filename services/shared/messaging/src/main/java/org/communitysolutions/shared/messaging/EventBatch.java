package org.communitysolutions.shared.messaging;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The effect of a batch of events that were not seen before, in the order in which they arrived. */
@FunctionalInterface
public interface EventBatch {

    Uni<Void> apply(Mutiny.Session session, List<ReceivedEvent> events);

    /**
     * Whether events of that type have an effect here. The others are passed over and leave no mark, so that a later
     * version of the service which handles them can still read them from the start.
     */
    default boolean handles(String type) {
        return true;
    }
}
