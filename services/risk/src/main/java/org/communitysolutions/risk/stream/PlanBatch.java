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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.risk.editions.RulesInForce;
import org.communitysolutions.risk.links.KnownLinks;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.MalformedEvent;

/**
 * Works out what is to be written for what has arrived. It reads memory and writes nothing, so that a batch which the
 * database does not take can be planned again.
 */
final class PlanBatch {

    private final EvaluateHousehold evaluate;
    private final RulesInForce rules;
    private final Duration skew;
    private final Duration lateness;

    private final BiFunction<Integer, UUID, Household> households;
    private final Map<Integer, Instant> times = new HashMap<>();
    private final Set<String> stopped;
    private final Map<UUID, Touched> touched = new LinkedHashMap<>();
    private final List<ArrivedEvent> journal = new ArrayList<>();
    private final List<ArrivedEvent> others = new ArrayList<>();
    private final List<Batch.Parked> parked = new ArrayList<>();
    private final List<Batch.HeldBack> heldBack = new ArrayList<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Set<UUID> resting = new HashSet<>();
    private final List<HouseholdChange> joint = new ArrayList<>();
    private final List<Announcement> ofJoint = new ArrayList<>();
    private final Apart apart;
    private KnownLinks.Version links;
    private int seenBefore;
    private int late;
    private int ahead;

    /**
     * @param rules those that are in force in the transaction
     * @param skew how far a publisher's clock may be ahead of Kafka's before its event has to wait for its time
     * @param households by lane and id; one that is not known is unknown and never null
     * @param links households that they link are set apart, for {@link JointHouseholds}
     * @param stopped the keys that stand still
     */
    PlanBatch(
            EvaluateHousehold evaluate,
            RulesInForce rules,
            Duration skew,
            Duration lateness,
            BiFunction<Integer, UUID, Household> households,
            KnownLinks.Version links,
            Set<String> stopped) {
        this.evaluate = evaluate;
        this.rules = rules;
        this.skew = skew;
        this.lateness = lateness;
        this.households = households;
        this.links = links;
        this.apart = new Apart(links.links());
        this.stopped = new HashSet<>(stopped);
    }

    /** How far time has come in a lane, before the batch. */
    PlanBatch in(int lane, Instant time) {
        times.put(lane, time);
        return this;
    }

    void add(Collection<? extends Arrival> arrivals) {
        arrivals.forEach(apart::name);
        arrivals.forEach(this::add);
    }

    /** A household with whom something changes because time has passed; one whose key stands still rests. */
    void wake(Household household) {
        if (stopped.contains(household.id().toString())) {
            resting.add(household.id());
        } else if (apart.isFor(household.id())) {
            apart.wake(household.id());
        } else {
            touched.computeIfAbsent(household.id(), id -> new Touched(household)).isDue = true;
        }
    }

    /** A household whose histories were packed anew. */
    void rebuild(Household household) {
        if (apart.isFor(household.id())) {
            apart.rebuild(household);
        } else {
            wake(household);
        }
    }

    EvaluateHousehold evaluate() {
        return evaluate;
    }

    RulesInForce rules() {
        return rules;
    }

    /** What is not planned yet, as it concerns households that are linked. */
    Apart apart() {
        return apart;
    }

    /** The links that it is planned with; with those that it tells of itself, once they are kept. */
    KnownLinks.Version links() {
        return links;
    }

    void relink(KnownLinks.Version now) {
        links = now;
    }

    /** How far time has come in the lanes, with the batch. */
    Map<Integer, Instant> times() {
        return times;
    }

    /** An event that was set apart is in its household's history already. */
    void passOver() {
        seenBefore++;
    }

    /** An event that was set apart is news. */
    void keep(ArrivedEvent event) {
        journal.add(event);
        tellTime(event.lane(), event);
    }

    /** What becomes of a household that was set apart. */
    void change(HouseholdChange change, Optional<ArrivedEvent> cause) {
        joint.add(change);
        for (Announcement telling : change.announcements()) {
            ofJoint.add(cause.map(event -> telling.causedBy(event.cause())).orElse(telling));
        }
    }

    /** A household that nothing came for and that fails all the same: it stands still. */
    void stop(UUID household, String reason) {
        parked.add(new Batch.Parked(household.toString(), reason));
        resting.add(household);
    }

    /** A record that stops its key, whatever it says. */
    void park(Arrival arrival, String reason) {
        next.merge(arrival.partition(), arrival.offset() + 1, Math::max);
        stop(arrival, reason);
    }

    /** A record that is passed over. */
    void pass(Arrival arrival) {
        next.merge(arrival.partition(), arrival.offset() + 1, Math::max);
        seenBefore++;
    }

    Instant time(int lane) {
        return times.get(lane);
    }

    private void add(Arrival arrival) {
        next.merge(arrival.partition(), arrival.offset() + 1, Math::max);
        if (!stopped.isEmpty() && !(arrival instanceof Arrival.Own) && stopped.contains(arrival.key())) {
            heldBack.add(arrival.heldBack());
            return;
        }
        switch (arrival) {
            case Arrival.Own own -> {
                // It was announced from what is known here already.
            }
            case Arrival.Unreadable unreadable ->
                stop(arrival, unreadable.failure().getMessage());
            case ArrivedEvent event -> add(arrival.lane(), event);
        }
    }

    private void stop(Arrival arrival, String reason) {
        stopped.add(arrival.key());
        parked.add(new Batch.Parked(arrival.key(), reason));
        heldBack.add(arrival.heldBack());
    }

    private void add(int lane, ArrivedEvent event) {
        if (!event.isHistory()) {
            event.check();
            others.add(event);
            return;
        }
        UUID id = event.household().orElseThrow();
        if (apart.isFor(id)) {
            apart.add(event);
            return;
        }
        Touched one = touched.computeIfAbsent(id, unseen -> new Touched(households.apply(lane, unseen)));
        if (isAmong(one.news, event.id()) || evaluate.knows(one.household, event.id())) {
            seenBefore++;
            return;
        }
        one.news.add(event);
        journal.add(event);
        tellTime(lane, event);
    }

    private void tellTime(int lane, ArrivedEvent event) {
        Instant before = times.get(lane);
        if (event.occurredAt().isAfter(event.recordedAt().plus(skew))) {
            ahead++;
        } else if (event.occurredAt().isAfter(before)) {
            times.put(lane, event.occurredAt());
        } else if (event.occurredAt().isBefore(before.minus(lateness))) {
            late++;
        }
    }

    private static boolean isAmong(List<ArrivedEvent> events, UUID id) {
        for (ArrivedEvent event : events) {
            if (event.id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The batch.
     *
     * @param epochs of the lanes that it is of; empty if it is of no consumer
     * @throws MalformedEvent if the data of an event is not what it should be
     */
    Batch plan(Map<Integer, Long> epochs) {
        List<HouseholdChange> changes = new ArrayList<>(touched.size());
        List<Announcement> announcements = new ArrayList<>();
        for (Touched one : touched.values()) {
            if (one.isDue || !one.news.isEmpty()) {
                HouseholdChange change = after(one);
                changes.add(change);
                for (Announcement telling : change.announcements()) {
                    announcements.add(
                            one.news.isEmpty()
                                    ? telling
                                    : telling.causedBy(one.news.getLast().cause()));
                }
            }
        }
        changes.addAll(joint);
        announcements.addAll(ofJoint);
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

    private HouseholdChange after(Touched one) {
        List<PastEvent> past = new ArrayList<>(one.news.size());
        for (ArrivedEvent event : one.news) {
            past.add(event.past());
        }
        return evaluate.after(rules, one.household, past, times.get(one.household.lane()));
    }

    /** A household that something of the batch is about. */
    private static final class Touched {

        private final Household household;
        private final List<ArrivedEvent> news = new ArrayList<>();
        private boolean isDue;

        Touched(Household household) {
            this.household = household;
        }
    }
}
