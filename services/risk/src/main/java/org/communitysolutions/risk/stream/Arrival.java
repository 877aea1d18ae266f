package org.communitysolutions.risk.stream;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.shared.messaging.MalformedEvent;

/** What came by Kafka: an event, or a record that is none. */
sealed interface Arrival permits ArrivedEvent, Arrival.Unreadable {

    TopicPartition partition();

    long offset();

    /** Records of one key are handled in order. */
    String key();

    /** When it happened; before all else if it does not say, so that nothing waits for it. */
    Instant occurredAt();

    /** What is to be kept of it if it has to wait. */
    Batch.HeldBack heldBack();

    /** The same with its data looked at: unreadable if that is not what it should be. */
    Arrival checked();

    default int lane() {
        return partition().partition();
    }

    /** A record that could not be read. */
    record Unreadable(Batch.HeldBack heldBack, MalformedEvent failure) implements Arrival {
        @Override
        public TopicPartition partition() {
            return heldBack.origin().partition();
        }

        @Override
        public long offset() {
            return heldBack.origin().offset();
        }

        @Override
        public String key() {
            return heldBack.origin().key();
        }

        @Override
        public Instant occurredAt() {
            return Instant.MIN;
        }

        @Override
        public Arrival checked() {
            return this;
        }
    }
}
