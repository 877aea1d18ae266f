package org.communitysolutions.risk.stream;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** How much of each partition is still to come, and up to where Kafka is told that it was read. */
final class Positions {

    private static final Logger LOG = Logger.getLogger(Positions.class);
    private static final Duration BETWEEN_TELLINGS = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<TopicPartition, Long> lags = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> untold = new HashMap<>();
    private long lastTold = System.nanoTime();
    private long lastCounted = System.nanoTime();
    private volatile long behind;

    Positions(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** How many partitions the topics have; households are told apart by lane only if all have the same. */
    int partitions(List<String> topics) {
        Map<Integer, String> bySize = new HashMap<>();
        consumer.listTopics().forEach((topic, partitions) -> {
            if (topics.contains(topic)) {
                bySize.put(partitions.size(), topic);
            }
        });
        if (bySize.size() != 1) {
            throw new IllegalStateException(
                    "The topics must all have the same number of partitions, and have (one of each): " + bySize);
        }
        return bySize.keySet().iterator().next();
    }

    /**
     * Begins to read partitions where the database says that reading had come to. Kafka is told so too: whoever had them
     * before may have ended without telling, and where nothing new comes nobody would ever tell.
     */
    void begin(Collection<TopicPartition> partitions, Map<TopicPartition, Long> reached) {
        ends.putAll(consumer.endOffsets(partitions));
        for (TopicPartition partition : partitions) {
            Long next = reached.get(partition);
            if (next != null) {
                consumer.seek(partition, next);
                untold.put(partition, new OffsetAndMetadata(next));
            }
        }
    }

    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(ends::remove);
        partitions.forEach(untold::remove);
    }

    /** To be called after each poll, which is what moves lags. */
    void polled() {
        lags.clear();
    }

    /** Records that are still to come. */
    long lag(TopicPartition partition) {
        return lags.computeIfAbsent(partition, this::toCome);
    }

    private long toCome(TopicPartition partition) {
        return consumer.currentLag(partition)
                .orElseGet(() -> Math.max(0, ends.getOrDefault(partition, 0L) - consumer.position(partition)));
    }

    boolean isAtTheEnd() {
        return consumer.assignment().stream().allMatch(partition -> lag(partition) == 0);
    }

    /** Records of all partitions that are still to come, as of a second ago. May be asked by another thread. */
    long behind() {
        return behind;
    }

    /** Sees from time to time how many records are to come. */
    void count() {
        if (System.nanoTime() - lastCounted > BETWEEN_TELLINGS.toNanos()) {
            lastCounted = System.nanoTime();
            behind = consumer.assignment().stream().mapToLong(this::lag).sum();
        }
    }

    void keep(Map<TopicPartition, Long> next) {
        next.forEach((partition, offset) -> untold.put(partition, new OffsetAndMetadata(offset)));
    }

    /** Positions are in the database; those that look at the group's lag see them in Kafka, a second late. */
    void tell() {
        if (!untold.isEmpty() && System.nanoTime() - lastTold > BETWEEN_TELLINGS.toNanos()) {
            lastTold = System.nanoTime();
            consumer.commitAsync(Map.copyOf(untold), this::keepWhatWasNotTaken);
            untold.clear();
        }
    }

    /** Called while polling. A newer position stands, and of partitions that were given away their new owner tells. */
    private void keepWhatWasNotTaken(Map<TopicPartition, OffsetAndMetadata> offsets, Exception failure) {
        if (failure != null) {
            LOG.debugf("Kafka did not take the positions: %s", failure.toString());
            offsets.forEach((partition, offset) -> {
                if (ends.containsKey(partition)) {
                    untold.putIfAbsent(partition, offset);
                }
            });
        }
    }
}
