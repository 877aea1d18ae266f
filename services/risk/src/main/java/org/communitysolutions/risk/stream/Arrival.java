package org.communitysolutions.risk.stream;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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

    /** A record that could not. */
    record Unreadable(Origin origin, ConsumerRecord<byte[], byte[]> record, MalformedEvent failure) implements Arrival {
        @Override
        public Instant occurredAt() {
            return Instant.MIN;
        }

        @Override
        public Batch.HeldBack heldBack() {
            return new Batch.HeldBack(
                    origin, Wire.headers(record), record.value() == null ? null : Wire.text(record.value()));
        }
    }

    /** The lanes that these came by. */
    static Set<Integer> lanesOf(List<Arrival> arrivals) {
        Set<Integer> numbers = new TreeSet<>();
        arrivals.forEach(arrival -> numbers.add(arrival.lane()));
        return numbers;
    }

    /** The households that these are about, each with the lane that it came by. */
    static Map<UUID, Integer> householdsOf(List<Arrival> arrivals) {
        Map<UUID, Integer> households = new HashMap<>();
        for (Arrival arrival : arrivals) {
            if (arrival instanceof Event(ArrivedEvent event)) {
                event.household().ifPresent(household -> households.put(household, arrival.lane()));
            }
        }
        return households;
    }
}
