package org.communitysolutions.shared.messaging;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Tells Kafka how far this instance has come where Kafka does not know. The connector tells as a rule; but what it tells
 * while partitions change hands is refused, and told again only when something new comes. On a quiet partition whoever
 * looks at the group's lag would see it behind for ever.
 */
@ApplicationScoped
class InboxPositions {

    private static final Logger LOG = Logger.getLogger(InboxPositions.class);

    private final KafkaClientService kafka;
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

    InboxPositions(KafkaClientService kafka) {
        this.kafka = kafka;
    }

    /** To be called when all of it is in the database. */
    void reached(ConsumerRecords<String, String> polled) {
        for (TopicPartition partition : polled.partitions()) {
            next.put(partition, polled.records(partition).getLast().offset() + 1);
        }
    }

    @Scheduled(every = "{inbox.positions-checked-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tell() {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (String channel : kafka.getConsumerChannels()) {
            told = told.chain(() -> kafka.<String, String>getConsumer(channel).runOnPollingThread(consumer -> {
                tell(consumer);
            }));
        }
        return told.onFailure()
                .invoke(refused -> LOG.debugf("Kafka did not take the positions: %s", refused.toString()))
                .onFailure()
                .recoverWithNull();
    }

    /** Only what is further than Kafka knows: another instance may have had the partition in between. */
    private void tell(Consumer<String, String> consumer) {
        Set<TopicPartition> assigned = consumer.assignment();
        next.keySet().retainAll(assigned);
        Map<TopicPartition, OffsetAndMetadata> untold = new HashMap<>();
        consumer.committed(next.keySet()).forEach((partition, known) -> {
            long reached = next.getOrDefault(partition, 0L);
            if (known == null || known.offset() < reached) {
                untold.put(partition, new OffsetAndMetadata(reached));
            }
        });
        if (!untold.isEmpty()) {
            consumer.commitSync(untold);
        }
    }
}
