package org.communitysolutions.risk.stream;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.editions.RulesInForce;
import org.communitysolutions.risk.journal.PackedHistory;
import org.communitysolutions.risk.links.JointHistory;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.rules.Joined;
import org.communitysolutions.risk.rules.OpenKinds;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.RaisedTask;
import org.communitysolutions.risk.rules.Rulebook;
import org.communitysolutions.risk.rules.Vocabulary;
import org.communitysolutions.risk.stream.HouseholdChange.StateRow;
import org.communitysolutions.risk.tasks.AnnounceTasks;
import org.communitysolutions.risk.tasks.AskedFor;
import org.communitysolutions.risk.tasks.KnownTask;
import org.communitysolutions.risk.tasks.TaskChange;
import org.communitysolutions.risk.tasks.TaskDifference;
import org.communitysolutions.shared.messaging.Announcement;

/**
 * Works out what a household's whole history amounts to when something is added to it or time has passed, and what is to
 * be said of it. A pure function of what is known and how far time has come, so that it comes to the same in whatever
 * order and batches things arrive.
 */
@Singleton
class EvaluateHousehold {

    private final PackedHistory packed;
    private final OpenKinds work;
    private final Duration lateness;

    EvaluateHousehold(PackedHistory packed, Vocabulary vocabulary, Streaming settings) {
        this.packed = packed;
        this.work = new OpenKinds(vocabulary);
        this.lateness = settings.lateness();
    }

    /** All events of the household, of both parts. */
    List<PastEvent> history(Household household) {
        return together(
                grown(household.standard(), List.of(), false).events(),
                grown(household.restricted(), List.of(), true).events());
    }

    /** What the happenings amount to, when time has come so far. */
    Optional<HouseholdState> state(
            Evaluator by, UUID household, Clearance clearance, List<PastEvent> happened, Joined joined, Instant time) {
        return by.evaluate(household, clearance, happened, joined, time.minus(lateness));
    }

    /** Whether the event with that id is in the household's history already. */
    boolean knows(Household household, UUID event) {
        return isIn(household.standard(), event) || isIn(household.restricted(), event);
    }

    private boolean isIn(Optional<Household.Part> part, UUID event) {
        return part.isPresent() && packed.contains(part.get().history(), event);
    }

    /**
     * The household with more events.
     *
     * @param rules those that are in force
     * @param news events that it does not have yet; none if only time has passed
     * @param time how far time has come in its lane: what is dated later has not happened yet
     */
    HouseholdChange after(RulesInForce rules, Household before, List<PastEvent> news, Instant time) {
        return after(rules, before, news, JointHistory.NONE, time);
    }

    /**
     * The same of a household that others are merged into: its row holds its own events, and what all of them amount to.
     *
     * @param others what those add to its history
     */
    HouseholdChange after(
            RulesInForce rules, Household before, List<PastEvent> news, JointHistory others, Instant time) {
        PackedHistory.Opened standard = grown(before.standard(), news, false);
        PackedHistory.Opened restricted = grown(before.restricted(), news, true);
        List<PastEvent> open = together(standard.events(), others.events(false));
        List<PastEvent> closed = together(restricted.events(), others.events(true));
        Evaluation evaluation = new Evaluation(rules, before, others.joined(), time);
        List<PastEvent> all = open;
        if (!open.isEmpty() || before.standard().isPresent()) {
            evaluation.add(Clearance.STANDARD, standard.bytes(), open);
        }
        if (!closed.isEmpty() || before.restricted().isPresent()) {
            all = together(open, closed);
            evaluation.add(Clearance.RESTRICTED, restricted.bytes(), all);
        }
        List<TaskChange> tasks =
                tasks(before, evaluation.states, all, rules.live().book());
        List<Announcement> announcements = new ArrayList<>(
                new StateDifference(before.id(), rules.version()).between(told(before), evaluation.states));
        announcements.addAll(AnnounceTasks.of(tasks));
        return new HouseholdChange(
                household(before, evaluation.rows, tasks), evaluation.rows, tasks, announcements, evaluation.inShadow);
    }

    static List<PastEvent> together(List<PastEvent> some, List<PastEvent> others) {
        if (others.isEmpty()) {
            return some;
        }
        List<PastEvent> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** A part's history with those of the events that belong to it. */
    PackedHistory.Opened grown(Optional<Household.Part> part, List<PastEvent> news, boolean restricted) {
        byte[] history = part.map(Household.Part::history).orElse(PackedHistory.EMPTY);
        return packed.open(history, restricted)
                .add(news.stream()
                        .filter(event -> event.restricted() == restricted)
                        .toList());
    }

    /** What a household's two histories amount to, by the rules in force. */
    private final class Evaluation {

        private final RulesInForce rules;
        private final Household before;
        private final Joined joined;
        private final Instant time;
        private final Map<Clearance, HouseholdState> states = new EnumMap<>(Clearance.class);
        private final List<StateRow> rows = new ArrayList<>(2);
        private final List<RaisedTask> inShadow = new ArrayList<>(0);

        Evaluation(RulesInForce rules, Household before, Joined joined, Instant time) {
            this.rules = rules;
            this.before = before;
            this.joined = joined;
            this.time = time;
        }

        void add(Clearance clearance, byte[] history, List<PastEvent> events) {
            List<PastEvent> happened = new ArrayList<>(events.size());
            Instant first = Instant.MAX;
            Instant wakes = Instant.MAX;
            for (PastEvent event : events) {
                first = earlier(first, event.occurredAt());
                if (event.occurredAt().isAfter(time)) {
                    wakes = earlier(wakes, event.occurredAt());
                } else {
                    happened.add(event);
                }
            }
            Optional<HouseholdState> state = evaluate(rules.live(), clearance, happened);
            state.ifPresent(known -> states.put(clearance, known));
            wakes = earlier(wakes, changes(state));
            if (rules.shadow().isPresent()) {
                Optional<HouseholdState> shadow = evaluate(rules.shadow().get().evaluator(), clearance, happened);
                shadow.ifPresent(known -> inShadow.addAll(known.tasks()));
                wakes = earlier(wakes, changes(shadow));
            }
            int version = part(before, clearance).map(Household.Part::version).orElse(0) + 1;
            rows.add(new StateRow(
                    clearance.isRestricted(),
                    version,
                    history,
                    state,
                    work.of(happened),
                    first.equals(Instant.MAX) ? time : first,
                    wakes.equals(Instant.MAX) ? Optional.empty() : Optional.of(wakes)));
        }

        private Optional<HouseholdState> evaluate(Evaluator by, Clearance clearance, List<PastEvent> happened) {
            return state(by, before.id(), clearance, happened, joined, time);
        }

        private Instant changes(Optional<HouseholdState> state) {
            return state.flatMap(HouseholdState::nextChange)
                    .map(change -> change.plus(lateness))
                    .orElse(Instant.MAX);
        }
    }

    private static List<TaskChange> tasks(
            Household before, Map<Clearance, HouseholdState> states, List<PastEvent> history, Rulebook book) {
        if (states.isEmpty()) {
            return List.of();
        }
        List<RaisedTask> asked = new ArrayList<>();
        Instant asOf = Instant.MIN;
        for (HouseholdState state : states.values()) {
            asked.addAll(state.tasks());
            asOf = state.asOf().isAfter(asOf) ? state.asOf() : asOf;
        }
        return asked.isEmpty() && before.tasks().isEmpty()
                ? List.of()
                : TaskDifference.between(before.tasks(), AskedFor.of(before.id(), asked, history, asOf), book);
    }

    static Household household(Household before, List<StateRow> rows, List<TaskChange> changes) {
        Optional<Household.Part> standard = before.standard();
        Optional<Household.Part> restricted = before.restricted();
        for (StateRow row : rows) {
            Household.Part part = new Household.Part(
                    row.version(),
                    row.history(),
                    told(row.restricted() ? before.restricted() : before.standard(), row.state()),
                    row.wakesAt());
            if (row.restricted()) {
                restricted = Optional.of(part);
            } else {
                standard = Optional.of(part);
            }
        }
        return new Household(before.id(), before.lane(), standard, restricted, tasks(before.tasks(), changes));
    }

    private static List<KnownTask> tasks(List<KnownTask> before, List<TaskChange> changes) {
        if (changes.isEmpty()) {
            return before;
        }
        Map<Object, KnownTask> after = new LinkedHashMap<>();
        before.forEach(task -> after.put(task.id(), task));
        for (TaskChange change : changes) {
            KnownTask task = change.known();
            after.put(task.id(), task);
        }
        return List.copyOf(after.values());
    }

    static Map<Clearance, StoredState> told(Household household) {
        Map<Clearance, StoredState> told = new EnumMap<>(Clearance.class);
        household.standard().ifPresent(part -> told.put(Clearance.STANDARD, part.told()));
        household.restricted().ifPresent(part -> told.put(Clearance.RESTRICTED, part.told()));
        return told;
    }

    /** What is told of it from now on: of a score that is contested, what was told before. */
    private static StoredState told(Optional<Household.Part> before, Optional<HouseholdState> after) {
        if (after.isEmpty()) {
            return StoredState.NOTHING;
        }
        HouseholdState state = after.get();
        Map<String, StoredState.StoredFactor> factors = new HashMap<>();
        state.factors()
                .forEach(held -> factors.put(held.code(), new StoredState.StoredFactor(held.since(), held.began())));
        if (state.scoreContested()) {
            StoredState told = before.map(Household.Part::told).orElse(StoredState.NOTHING);
            return new StoredState(told.score(), told.band(), Map.copyOf(factors));
        }
        return new StoredState(state.score(), state.band(), Map.copyOf(factors));
    }

    static Optional<Household.Part> part(Household household, Clearance clearance) {
        return clearance.isRestricted() ? household.restricted() : household.standard();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
