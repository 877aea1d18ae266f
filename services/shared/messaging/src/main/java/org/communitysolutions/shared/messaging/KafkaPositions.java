package org.communitysolutions.shared.messaging;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.hibernate.reactive.mutiny.Mutiny;

/** Leaves positions to Kafka's consumer group; what is delivered twice is passed over by its seen mark. */
@ApplicationScoped
@DefaultBean
class KafkaPositions implements Positions {

    @Override
    public Uni<Set<TopicPartition>> advance(Mutiny.Session session, Map<TopicPartition, Long> next) {
        return Uni.createFrom().item(next.keySet());
    }
}
