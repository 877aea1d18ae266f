package org.communitysolutions.risk.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.shared.messaging.Announcement;

/**
 * Works out what is to be written for what has arrived. It reads memory and writes nothing, so that a batch which the
 * database does not take can be planned again.
 */
final class PlanBatch {

    private final EvaluateHousehold evaluate;
    private final Duration skew;
    private final Duration lateness;

    private final BiFunction<Integer, UUID, Household> households;
    private final Map<Integer, Instant> times = new HashMap<>();
    private final Set<String> stopped;
    private final Map<UUID, List<PastEvent>> news = new LinkedHashMap<>();
    private final Map<UUID, ArrivedEvent> latest = new HashMap<>();
    private final Map<UUID, Household> touched = new LinkedHashMap<>();
    private final List<ArrivedEvent> journal = new ArrayList<>();
    private final List<ArrivedEvent> others = new ArrayList<>();
    private final List<Batch.Parked> parked = new ArrayList<>();
    private final List<Batch.HeldBack> heldBack = new ArrayList<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private int seenBefore;
    private int late;
    private int ahead;

    /**
     * @param skew how far a publisher's clock may be ahead of Kafka's before its event has to wait for its time
     * @param households by lane and id; one that is not known is unknown and never null
     * @param stopped the keys that stand still
     */
    PlanBatch(
            EvaluateHousehold evaluate,
            Duration skew,
            Duration lateness,
            BiFunction<Integer, UUID, Household> households,
            Set<String> stopped) {
        this.evaluate = evaluate;
        this.skew = skew;
        this.lateness = lateness;
        this.households = households;
        this.stopped = new HashSet<>(stopped);
    }

    /** How far time has come in a lane, before the batch. */
    PlanBatch in(int lane, Instant time) {
        times.put(lane, time);
        return this;
    }

    void add(Collection<? extends Arrival> arrivals) {
        arrivals.forEach(this::add);
    }

    /** A household with whom something changes because time has passed. */
    void wake(Household household) {
        touched.putIfAbsent(household.id(), household);
    }

    /** A record that stops its key, whatever it says. */
    void park(Arrival arrival, String reason) {
        next.merge(arrival.origin().partition(), arrival.origin().offset() + 1, Math::max);
        stop(arrival, reason);
    }

    /** A record that is passed over. */
    void pass(Arrival arrival) {
        next.merge(arrival.origin().partition(), arrival.origin().offset() + 1, Math::max);
        seenBefore++;
    }

    Instant time(int lane) {
        return times.get(lane);
    }

    private void add(Arrival arrival) {
        next.merge(arrival.origin().partition(), arrival.origin().offset() + 1, Math::max);
        if (stopped.contains(arrival.origin().key()) && !(arrival instanceof Arrival.Own)) {
            heldBack.add(arrival.heldBack());
            return;
        }
        switch (arrival) {
            case Arrival.Own own -> {
                // It was announced from what is known here already.
            }
            case Arrival.Unreadable unreadable ->
                stop(arrival, unreadable.failure().getMessage());
            case Arrival.Event(ArrivedEvent event) -> add(arrival.lane(), event);
        }
    }

    private void stop(Arrival arrival, String reason) {
        stopped.add(arrival.origin().key());
        parked.add(new Batch.Parked(arrival.origin().key(), reason));
        heldBack.add(arrival.heldBack());
    }

    private void add(int lane, ArrivedEvent event) {
        if (event.past().isEmpty()) {
            others.add(event);
            return;
        }
        PastEvent past = event.past().get();
        UUID id = event.household().orElseThrow();
        Household household = touched.computeIfAbsent(id, unseen -> households.apply(lane, unseen));
        List<PastEvent> ofHousehold = news.computeIfAbsent(id, none -> new ArrayList<>());
        if (ofHousehold.stream().anyMatch(other -> other.id().equals(past.id())) || evaluate.knows(household, past)) {
            seenBefore++;
            return;
        }
        ofHousehold.add(past);
        latest.put(id, event);
        journal.add(event);
        Instant before = times.get(lane);
        if (event.occurredAt().isAfter(event.recordedAt().plus(skew))) {
            ahead++;
        } else if (event.occurredAt().isAfter(before)) {
            times.put(lane, event.occurredAt());
        } else if (event.occurredAt().isBefore(before.minus(lateness))) {
            late++;
        }
    }

    /**
     * The batch.
     *
     * @param epochs of the lanes that it is of; empty if it is of no consumer
     */
    Batch plan(Map<Integer, Long> epochs) {
        List<HouseholdChange> changes = new ArrayList<>(touched.size());
        List<Announcement> announcements = new ArrayList<>();
        touched.forEach((id, household) -> {
            List<PastEvent> added = news.getOrDefault(id, List.of());
            if (added.isEmpty() && news.containsKey(id)) {
                return;
            }
            HouseholdChange change = evaluate.after(household, added, times.get(household.lane()));
            changes.add(change);
            ArrivedEvent cause = latest.get(id);
            change.announcements()
                    .forEach(telling -> announcements.add(cause == null ? telling : telling.causedBy(cause.cause())));
        });
        Map<Integer, Batch.Claim> lanes = new HashMap<>();
        epochs.forEach((lane, epoch) -> lanes.put(lane, new Batch.Claim(epoch, times.get(lane))));
        return new Batch(
                lanes,
                next,
                journal,
                others,
                changes,
                announcements,
                parked,
                heldBack,
                new Batch.Tally(journal.size() + others.size(), seenBefore, late, ahead));
    }
}
