package org.communitysolutions.risk.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.risk.editions.RulesInForce;
import org.communitysolutions.risk.links.KnownLinks;
import org.communitysolutions.shared.messaging.Announcement;

/** What has been decided so far of a batch that is in the making. */
final class BatchDraft {

    private final RulesInForce rules;
    private final Duration skew;
    private final Duration lateness;
    private final Map<Integer, Instant> times = new HashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final List<ArrivedEvent> journal = new ArrayList<>();
    private final List<ArrivedEvent> others = new ArrayList<>();
    private final List<HouseholdChange> changes = new ArrayList<>();
    private final List<Announcement> announcements = new ArrayList<>();
    private final List<Batch.Parked> parked = new ArrayList<>();
    private final List<Batch.HeldBack> heldBack = new ArrayList<>();
    private final Set<UUID> resting = new HashSet<>();
    private int seenBefore;
    private int late;
    private int ahead;

    /**
     * @param skew how far a publisher's clock may be ahead of Kafka's before its event has to wait for its time
     * @param lateness how far behind its lane's time an event may come without being counted as late
     */
    BatchDraft(RulesInForce rules, Duration skew, Duration lateness) {
        this.rules = rules;
        this.skew = skew;
        this.lateness = lateness;
    }

    /** How far time has come in a lane, before the batch. */
    void in(int lane, Instant time) {
        times.put(lane, time);
    }

    /** How far time has come in the lanes, with what is kept so far. */
    Map<Integer, Instant> times() {
        return times;
    }

    /** The record has been read, whatever becomes of it. */
    void read(Arrival arrival) {
        next.merge(arrival.partition(), arrival.offset() + 1, Math::max);
    }

    /** An event is in its household's history already, or the record is of no consequence. */
    void passOver() {
        seenBefore++;
    }

    /** An event is news of its household. */
    void keep(ArrivedEvent event) {
        journal.add(event);
        Instant before = times.get(event.lane());
        if (event.occurredAt().isAfter(event.recordedAt().plus(skew))) {
            ahead++;
        } else if (event.occurredAt().isAfter(before)) {
            times.put(event.lane(), event.occurredAt());
        } else if (event.occurredAt().isBefore(before.minus(lateness))) {
            late++;
        }
    }

    /** An event is about no household, or not in the vocabulary. */
    void keepAside(ArrivedEvent event) {
        others.add(event);
    }

    /** A record waits, for its key stands still. */
    void holdBack(Arrival arrival) {
        heldBack.add(arrival.heldBack());
    }

    /** A key stands still from now on. */
    void stop(String key, String reason) {
        parked.add(new Batch.Parked(key, reason));
    }

    /** A household whose time has come is left alone, for its key stands still. */
    void rest(UUID household) {
        resting.add(household);
    }

    /** What becomes of a household, by which of its news if there is any. */
    void change(HouseholdChange change, Optional<ArrivedEvent> cause) {
        changes.add(change);
        for (Announcement telling : change.announcements()) {
            announcements.add(
                    cause.map(event -> telling.causedBy(event.cause())).orElse(telling));
        }
    }

    /**
     * The batch.
     *
     * @param epochs of the lanes that it is of; empty if it is of no consumer
     * @param links which households are linked once it is written
     */
    Batch batch(Map<Integer, Long> epochs, KnownLinks.Version links) {
        Map<Integer, Batch.Claim> lanes = new HashMap<>();
        epochs.forEach((lane, epoch) -> lanes.put(lane, new Batch.Claim(epoch, times.get(lane))));
        return new Batch(
                rules,
                lanes,
                next,
                journal,
                others,
                changes,
                announcements,
                parked,
                heldBack,
                resting,
                links,
                new Batch.Tally(journal.size() + others.size(), seenBefore, late, ahead));
    }
}
