package org.communitysolutions.shared.messaging;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps how far partitions have been read, for a service that wants it in the transaction of the effect. */
public interface Positions {

    /**
     * Moves the positions forward, first thing in the transaction that handles what lies before them.
     *
     * @param next for each partition the offset to read next once the transaction has committed
     * @return the partitions that are still this consumer's; what it holds of others is no longer its to handle
     */
    Uni<Set<TopicPartition>> advance(Mutiny.Session session, Map<TopicPartition, Long> next);
}
