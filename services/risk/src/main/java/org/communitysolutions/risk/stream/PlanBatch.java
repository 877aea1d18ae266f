package org.communitysolutions.risk.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.communitysolutions.risk.editions.RulesInForce;
import org.communitysolutions.risk.links.KnownLinks;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.shared.messaging.MalformedEvent;

/**
 * Works out what is to be written for what has arrived. It reads memory and writes nothing, so that a batch which the
 * database does not take can be planned again. What concerns linked households it sets apart.
 */
final class PlanBatch {

    private final EvaluateHousehold evaluate;
    private final RulesInForce rules;
    private final BiFunction<Integer, UUID, Household> households;
    private final Set<String> stopped;
    private final Map<UUID, Touched> touched = new LinkedHashMap<>();
    private final BatchDraft draft;
    private final Apart apart;
    private KnownLinks.Version links;

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
        this.households = households;
        this.links = links;
        this.apart = new Apart(links.links());
        this.stopped = new HashSet<>(stopped);
        this.draft = new BatchDraft(rules, skew, lateness);
    }

    /** How far time has come in a lane, before the batch. */
    void in(int lane, Instant time) {
        draft.in(lane, time);
    }

    /** How far time has come in a lane, with what has been added. */
    Instant time(int lane) {
        return draft.times().get(lane);
    }

    void add(Collection<? extends Arrival> arrivals) {
        arrivals.forEach(apart::name);
        arrivals.forEach(this::add);
    }

    /** A household with whom something changes because time has passed; one whose key stands still rests. */
    void wake(Household household) {
        if (stopped.contains(household.id().toString())) {
            draft.rest(household.id());
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

    /** A record that stops its key, whatever it says. */
    void park(Arrival arrival, String reason) {
        draft.read(arrival);
        stop(arrival, reason);
    }

    /** A household that nothing came for and that fails all the same: it stands still. */
    void park(UUID household, String reason) {
        draft.stop(household.toString(), reason);
        draft.rest(household);
    }

    /** A record that is passed over. */
    void pass(Arrival arrival) {
        draft.read(arrival);
        draft.passOver();
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

    /** Takes what is decided of them. */
    BatchDraft draft() {
        return draft;
    }

    /** The links that it is planned with; with those that it tells of itself, once they are kept. */
    KnownLinks.Version links() {
        return links;
    }

    void relink(KnownLinks.Version now) {
        links = now;
    }

    private void add(Arrival arrival) {
        draft.read(arrival);
        if (!stopped.isEmpty() && !(arrival instanceof Arrival.Own) && stopped.contains(arrival.key())) {
            draft.holdBack(arrival);
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
        draft.stop(arrival.key(), reason);
        draft.holdBack(arrival);
    }

    private void add(int lane, ArrivedEvent event) {
        if (!event.isHistory()) {
            event.check();
            draft.keepAside(event);
            return;
        }
        UUID id = event.household().orElseThrow();
        if (apart.isFor(id)) {
            apart.add(event);
            return;
        }
        Touched one = touched.computeIfAbsent(id, unseen -> new Touched(households.apply(lane, unseen)));
        if (isAmong(one.news, event.id()) || evaluate.knows(one.household, event.id())) {
            draft.passOver();
            return;
        }
        one.news.add(event);
        draft.keep(event);
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
     * The batch; to be asked for once.
     *
     * @param epochs of the lanes that it is of; empty if it is of no consumer
     * @throws MalformedEvent if the data of an event is not what it should be
     */
    Batch plan(Map<Integer, Long> epochs) {
        for (Touched one : touched.values()) {
            if (one.isDue || !one.news.isEmpty()) {
                draft.change(after(one), one.news.isEmpty() ? Optional.empty() : Optional.of(one.news.getLast()));
            }
        }
        return draft.batch(epochs, links);
    }

    private HouseholdChange after(Touched one) {
        List<PastEvent> past = new ArrayList<>(one.news.size());
        for (ArrivedEvent event : one.news) {
            past.add(event.past());
        }
        return evaluate.after(rules, one.household, past, time(one.household.lane()));
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
