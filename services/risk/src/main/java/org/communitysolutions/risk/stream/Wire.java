package org.communitysolutions.risk.stream;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.communitysolutions.risk.rules.Vocabulary;
import org.communitysolutions.shared.messaging.MalformedEvent;

/** Reads what Kafka brings. */
@Singleton
final class Wire {

    static final String PREFIX = "org.communitysolutions.";

    private final Vocabulary vocabulary;

    Wire(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Reads a record and checks its attributes.
     *
     * @param partition the same instance for all of its records
     */
    Arrival read(ConsumerRecord<byte[], byte[]> record, TopicPartition partition) {
        try {
            return event(record, partition);
        } catch (MalformedEvent e) {
            String value = record.value() == null ? null : text(record.value());
            return new Arrival.Unreadable(new Batch.HeldBack(Origin.of(record, partition), headers(record), value), e);
        }
    }

    /**
     * Reads an event and checks its attributes.
     *
     * @throws MalformedEvent if a required attribute is missing or is not what it should be, or there is no value
     */
    ArrivedEvent event(ConsumerRecord<byte[], byte[]> record, TopicPartition partition) {
        EventAttributes attributes = new EventAttributes(record);
        return new ArrivedEvent(record, partition, attributes, vocabulary.event(attributes.type()));
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), text(header.value()));
            }
        }
        return headers;
    }

    static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
