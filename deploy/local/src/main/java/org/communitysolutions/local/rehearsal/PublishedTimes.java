package org.communitysolutions.local.rehearsal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.communitysolutions.embedded.Addresses;

/** How often each event stands on the topics, by {@code ce_id}. */
final class PublishedTimes {

    private final Map<UUID, Integer> times = new HashMap<>();

    /** Reads all topics of events from their beginning to where they end now. */
    static PublishedTimes read(Addresses servers) {
        PublishedTimes published = new PublishedTimes();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic ->
                            topic.getKey().endsWith(".events") || topic.getKey().endsWith(".events.restricted"))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(published::count);
            }
        }
        return published;
    }

    private void count(ConsumerRecord<byte[], byte[]> record) {
        Header id = record.headers().lastHeader("ce_id");
        times.merge(UUID.fromString(new String(id.value(), StandardCharsets.US_ASCII)), 1, Integer::sum);
    }

    /** How many of these events stand on the topics so often. */
    long countOf(Set<UUID> events, int often) {
        return events.stream().filter(id -> times.getOrDefault(id, 0) == often).count();
    }
}
