package org.communitysolutions.local.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** What one transaction of the bare loop writes: events of one lane, and what they touch. */
final class BareBatch {

    /** One event; ids in halves. */
    // Arrays are handed through and never changed.
    @SuppressWarnings("ArrayRecordComponent")
    record Event(
            long idHigh,
            long idLow,
            boolean aboutHousehold,
            long householdHigh,
            long householdLow,
            byte[] type,
            long occurredAt,
            boolean restricted,
            byte[] data) {}

    private final int lane;
    private final Map<BareState.Household, BareState> states;
    private final List<Event> events = new ArrayList<>();
    private final Set<BareState> touched = new LinkedHashSet<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final EventText text = new EventText();

    /**
     * A batch with nothing in it yet.
     *
     * @param states of the lane; grows
     */
    BareBatch(int lane, Map<BareState.Household, BareState> states) {
        this.lane = lane;
        this.states = states;
    }

    void add(TopicPartition from, List<ConsumerRecord<byte[], byte[]>> records) {
        boolean restricted = from.topic().endsWith(".restricted");
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Event event = event(record, restricted);
            events.add(event);
            if (event.aboutHousehold) {
                BareState.Household household =
                        new BareState.Household(event.householdHigh, event.householdLow, restricted);
                BareState state = states.computeIfAbsent(household, BareState::new);
                state.add(event);
                touched.add(state);
            }
        }
        next.put(from, records.getLast().offset() + 1);
    }

    private Event event(ConsumerRecord<byte[], byte[]> record, boolean restricted) {
        Headers headers = record.headers();
        byte[] id = headers.lastHeader("ce_id").value();
        Header subject = headers.lastHeader("ce_subject");
        byte[] household = subject == null ? id : subject.value();
        return new Event(
                EventText.high(id),
                EventText.low(id),
                subject != null,
                EventText.high(household),
                EventText.low(household),
                headers.lastHeader("ce_type").value(),
                text.millis(headers.lastHeader("ce_time").value()),
                restricted,
                record.value());
    }

    int lane() {
        return lane;
    }

    int size() {
        return events.size();
    }

    List<Event> events() {
        return events;
    }

    Collection<BareState> touched() {
        return touched;
    }

    String[] topics() {
        return next.keySet().stream().map(TopicPartition::topic).toArray(String[]::new);
    }

    Integer[] partitions() {
        return next.keySet().stream().map(TopicPartition::partition).toArray(Integer[]::new);
    }

    Long[] nextOffsets() {
        return next.values().toArray(Long[]::new);
    }
}
