package org.communitysolutions.shared.messaging;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The effect of a batch of events that were not seen before, in the order in which they arrived. */
@FunctionalInterface
public interface EventBatch {

    Uni<Void> apply(Mutiny.Session session, List<ReceivedEvent> events);
}
