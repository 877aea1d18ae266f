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
    private final Map<TopicPartition, Long> reached = new HashMap<>();
    private final Map<TopicPartition, Long> told = new HashMap<>();
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
    void begin(Collection<TopicPartition> partitions, Map<TopicPartition, Long> kept) {
        ends.putAll(consumer.endOffsets(partitions));
        for (TopicPartition partition : partitions) {
            Long next = kept.get(partition);
            if (next != null) {
                consumer.seek(partition, next);
                reached.put(partition, next);
            }
        }
    }

    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(ends::remove);
        partitions.forEach(reached::remove);
        partitions.forEach(told::remove);
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
        reached.putAll(next);
    }

    /**
     * Positions are in the database; those that look at the group's lag see them in Kafka, a second late. What Kafka does
     * not take, as while partitions change hands, is told again.
     */
    void tell() {
        if (System.nanoTime() - lastTold <= BETWEEN_TELLINGS.toNanos()) {
            return;
        }
        lastTold = System.nanoTime();
        Map<TopicPartition, OffsetAndMetadata> untold = new HashMap<>();
        reached.forEach((partition, next) -> {
            if (!next.equals(told.get(partition))) {
                untold.put(partition, new OffsetAndMetadata(next));
            }
        });
        if (!untold.isEmpty()) {
            consumer.commitAsync(untold, this::heard);
        }
    }

    /** Called while polling. */
    private void heard(Map<TopicPartition, OffsetAndMetadata> positions, Exception failure) {
        if (failure == null) {
            positions.forEach((partition, position) -> told.put(partition, position.offset()));
        } else {
            LOG.debugf("Kafka did not take the positions: %s", failure.toString());
        }
    }
}
