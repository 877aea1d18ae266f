package org.communitysolutions.shared.messaging;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A Kafka record in a form that can be kept and read again: what is parked is exactly what arrived.
 *
 * @param topic the topic it came from
 * @param partition its partition
 * @param offset its offset
 * @param key the record key; records of one key are handled in order. A record without one stands for itself.
 * @param headers the last value of each header, as text
 * @param value the value, or null
 */
record StoredRecord(String topic, int partition, long offset, String key, Map<String, String> headers, String value) {

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
                received.topic(), received.partition(), received.offset(), key, headers, received.value());
    }
}
