package org.communitysolutions.risk.stream;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.shared.messaging.MalformedEvent;

/** What came by Kafka: an event, or a record that is none. */
sealed interface Arrival {

    ConsumerRecord<byte[], byte[]> record();

    /** When it happened; before all else if it does not say, so that nothing waits for it. */
    Instant occurredAt();

    /** Records of one key are handled in order. */
    default String key() {
        return Wire.key(record());
    }

    default TopicPartition partition() {
        return new TopicPartition(record().topic(), record().partition());
    }

    default int lane() {
        return record().partition();
    }

    /** A record that could be read. */
    record Event(ArrivedEvent event) implements Arrival {
        @Override
        public ConsumerRecord<byte[], byte[]> record() {
            return event.record();
        }

        @Override
        public Instant occurredAt() {
            return event.occurredAt();
        }
    }

    /** A record that could not. */
    record Unreadable(ConsumerRecord<byte[], byte[]> record, MalformedEvent failure) implements Arrival {
        @Override
        public Instant occurredAt() {
            return Instant.MIN;
        }
    }
}
