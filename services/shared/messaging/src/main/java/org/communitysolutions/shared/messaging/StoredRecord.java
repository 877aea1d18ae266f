package org.communitysolutions.shared.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * A Kafka record in a form that can be kept and read again: what is parked is exactly what arrived.
 *
 * @param topic the topic it came from
 * @param partition its partition
 * @param offset its offset
 * @param recordedAt when Kafka took it in
 * @param key the record key; records of one key are handled in order. A record without one stands for itself.
 * @param headers the last value of each header, as text
 * @param value the value, or null
 */
record StoredRecord(
        String topic,
        int partition,
        long offset,
        Instant recordedAt,
        String key,
        Map<String, String> headers,
        String value) {

    static StoredRecord of(ConsumerRecord<String, String> received) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : received.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        String key = received.key() == null
                ? "%s-%d-%d".formatted(received.topic(), received.partition(), received.offset())
                : received.key();
        return new StoredRecord(
                received.topic(),
                received.partition(),
                received.offset(),
                Instant.ofEpochMilli(received.timestamp()),
                key,
                headers,
                received.value());
    }

    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    /** The type that its headers claim, if they claim any. */
    Optional<String> type() {
        return Optional.ofNullable(headers.get("ce_type"));
    }
}
