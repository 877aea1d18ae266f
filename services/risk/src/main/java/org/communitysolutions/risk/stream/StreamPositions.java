package org.communitysolutions.risk.stream;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.risk.stream.persistence.PositionRows;
import org.communitysolutions.shared.messaging.Positions;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * How far each partition has been read, kept in the transaction of what was read. A consumer that is given a partition
 * takes it over in the database, which waits for the last transaction of its predecessor, and reads on from there. A
 * predecessor that wakes late finds the partition taken over and leaves it alone.
 */
@ApplicationScoped
@Default
@Identifier("positions") public class StreamPositions implements Positions, KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(StreamPositions.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final PositionRows rows;
    private final String service;
    private final Map<TopicPartition, Long> epochs = new ConcurrentHashMap<>();

    StreamPositions(
            Transactions transactions,
            PositionRows rows,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.transactions = transactions;
        this.rows = rows;
        this.service = service;
    }

    @Override
    public Uni<Set<TopicPartition>> advance(Mutiny.Session session, Map<TopicPartition, Long> next) {
        Map<TopicPartition, PositionRows.Advance> ours = new HashMap<>();
        next.forEach((partition, offset) -> {
            Long epoch = epochs.get(partition);
            if (epoch != null) {
                ours.put(partition, new PositionRows.Advance(offset, epoch));
            }
        });
        return rows.advance(session, ours);
    }

    /**
     * Called on the thread that polls. While the database is away it waits; if that takes longer than Kafka has
     * patience, Kafka gives the partitions to another and calls again later.
     */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        for (PositionRows.TakenOver taken : takeOver(List.copyOf(partitions))) {
            epochs.put(taken.partition(), taken.epoch());
            taken.nextOffset().ifPresent(offset -> consumer.seek(taken.partition(), offset));
        }
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(epochs::remove);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(epochs::remove);
    }

    private List<PositionRows.TakenOver> takeOver(List<TopicPartition> partitions) {
        Caller self = Caller.service(service, Uuid7.next());
        while (true) {
            try {
                return VertxContextSupport.subscribeAndAwait(
                        () -> transactions.run(self, session -> rows.takeOver(session, partitions)));
            } catch (InterruptedException e) {
                throw stopped(e);
            } catch (Throwable failure) {
                LOG.warnf("Cannot take over %d partitions yet: %s", partitions.size(), failure);
            }
            try {
                Thread.sleep(BETWEEN_TRIES);
            } catch (InterruptedException e) {
                throw stopped(e);
            }
        }
    }

    private static IllegalStateException stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Stopped while taking over partitions", e);
    }
}
