package org.communitysolutions.risk.stream;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.shared.messaging.MalformedEvent;

/** What came by Kafka: an event, or a record that is none. */
sealed interface Arrival permits ArrivedEvent, Arrival.Own, Arrival.Unreadable {

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

    /** An announcement of this service's own by which no household's history grows. */
    record Own(TopicPartition partition, ConsumerRecord<byte[], byte[]> record) implements Arrival {
        @Override
        public long offset() {
            return record.offset();
        }

        @Override
        public String key() {
            return Origin.key(record);
        }

        @Override
        public Instant occurredAt() {
            return Instant.MIN;
        }

        @Override
        public Batch.HeldBack heldBack() {
            return Wire.heldBack(record, partition);
        }

        @Override
        public Arrival checked() {
            return this;
        }
    }

    /** The lanes that these came by. */
    static Set<Integer> lanesOf(List<Arrival> arrivals) {
        Set<Integer> numbers = new TreeSet<>();
        int last = -1;
        for (Arrival arrival : arrivals) {
            if (arrival.lane() != last) {
                last = arrival.lane();
                numbers.add(last);
            }
        }
        return numbers;
    }
}
