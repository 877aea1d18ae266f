package org.communitysolutions.risk.stream;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.communitysolutions.shared.messaging.MalformedEvent;

/** What came by Kafka: an event, or a record that is none. */
sealed interface Arrival {

    Origin origin();

    /** When it happened; before all else if it does not say, so that nothing waits for it. */
    Instant occurredAt();

    /** What is to be kept of it if it has to wait. */
    Batch.HeldBack heldBack();

    default int lane() {
        return origin().partition().partition();
    }

    /** A record that could be read. */
    record Event(ArrivedEvent event) implements Arrival {
        @Override
        public Origin origin() {
            return event.origin();
        }

        @Override
        public Instant occurredAt() {
            return event.occurredAt();
        }

        @Override
        public Batch.HeldBack heldBack() {
            return new Batch.HeldBack(event.origin(), event.headers(), event.text());
        }
    }

    /** An announcement of this service's own by which no household's history grows. */
    record Own(Origin origin, ConsumerRecord<byte[], byte[]> record) implements Arrival {
        @Override
        public Instant occurredAt() {
            return Instant.MIN;
        }

        @Override
        public Batch.HeldBack heldBack() {
            return kept(origin, record);
        }
    }

    /** A record that could not. */
    record Unreadable(Origin origin, ConsumerRecord<byte[], byte[]> record, MalformedEvent failure) implements Arrival {
        @Override
        public Instant occurredAt() {
            return Instant.MIN;
        }

        @Override
        public Batch.HeldBack heldBack() {
            return kept(origin, record);
        }
    }

    private static Batch.HeldBack kept(Origin origin, ConsumerRecord<byte[], byte[]> record) {
        return new Batch.HeldBack(
                origin, Wire.headers(record), record.value() == null ? null : Wire.text(record.value()));
    }
}
