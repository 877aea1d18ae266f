package org.communitysolutions.risk.backtests;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.risk.links.JointHistory;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.EventPattern;
import org.communitysolutions.risk.rules.HouseholdFacts;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.rules.Joined;
import org.communitysolutions.risk.rules.KnownEvent;
import org.communitysolutions.risk.rules.OpenWork;
import org.communitysolutions.risk.rules.Outcome;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.RaisedTask;
import org.communitysolutions.risk.rules.Reason;
import org.communitysolutions.risk.rules.Vocabulary;
import org.communitysolutions.shared.transactions.CouncilCalendar;

/**
 * Tries candidate rules on the history of one household after another, beside the live ones. Plain and without state, so
 * that several threads can share it.
 *
 * <p>A task is counted when its rule came to hold, by event time, with what had happened by then; also if it was withdrawn
 * later. It is not what the live service did at the time, in two ways. Events that were written down late count from when
 * they happened: {@code warnedAsRecorded} tells of warnings that did not need such hindsight. And the history is that of
 * the rules which were live then: people answered their tasks, not the candidate's.
 *
 * <p>Households that are one by what is known today are one for the whole of the period, as what happened to them happened
 * to one household: that it was found out later is hindsight of the same kind.
 */
final class Trial {

    private static final Comparator<RaisedTask> OLDEST_FIRST =
            Comparator.comparing(RaisedTask::raisedAt).thenComparing(RaisedTask::id);

    private final Evaluator candidate;
    private final Evaluator live;
    private final Judgement judgement;
    private final Instant start;
    private final Instant end;
    private final Map<KnownEvent, List<Sign>> signs = new HashMap<>();

    /**
     * By what rules are judged.
     *
     * @param horizon how far time had come when the trial was asked for; what changes without news counts up to then
     * @param outcomes those that count
     */
    record Judgement(
            Vocabulary vocabulary, Period period, Instant horizon, List<Outcome> outcomes, Set<String> knownBy) {}

    /** An event that is an outcome. */
    private record Sign(String outcome, EventPattern event) {}

    Trial(Evaluator candidate, Evaluator live, Judgement judgement) {
        this.candidate = candidate;
        this.live = live;
        this.judgement = judgement;
        this.start = judgement.period().start();
        this.end = judgement.period().end();
        for (Outcome outcome : judgement.outcomes()) {
            for (EventPattern event : outcome.events()) {
                signs.computeIfAbsent(event.kind(), none -> new ArrayList<>(1)).add(new Sign(outcome.code(), event));
            }
        }
    }

    /**
     * What the rules come to with that household; empty if nothing had happened to it by the end of the period.
     *
     * @param standard its standard events, in any order
     * @param restricted its restricted events; none if they are not to count
     */
    Optional<TriedHousehold> on(UUID household, List<PastEvent> standard, List<PastEvent> restricted) {
        return on(household, standard, restricted, Joined.NOTHING);
    }

    /**
     * The same of a household that others are merged into; those are not to be tried by themselves.
     *
     * @param others what they add to its history; of restricted events only what is to count
     */
    Optional<TriedHousehold> on(
            UUID household, List<PastEvent> standard, List<PastEvent> restricted, JointHistory others) {
        return on(
                household,
                together(standard, others.events(false)),
                together(restricted, others.events(true)),
                others.joined());
    }

    private static List<PastEvent> together(List<PastEvent> own, List<PastEvent> others) {
        List<PastEvent> all = new ArrayList<>(own);
        all.addAll(others);
        return all;
    }

    private Optional<TriedHousehold> on(
            UUID household, List<PastEvent> standard, List<PastEvent> restricted, Joined joined) {
        List<PastEvent> open = happened(standard);
        List<PastEvent> all = restricted.isEmpty() ? open : happened(restricted, open);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        History history = new History(household, open, all, joined);
        Asked asked = ask(candidate, history);
        Asked askedLive = live == candidate ? asked : ask(live, history);
        return Optional.of(new TriedHousehold(
                asked.facts().ward().orElse(HouseholdKind.UNKNOWN),
                HouseholdKind.of(asked.facts()),
                asked.tasks(),
                askedLive.tasks(),
                !asked.tasks().isEmpty()
                        && isKnown(all, asked.tasks().getFirst().raisedAt()),
                met(history, asked.tasks(), askedLive.tasks())));
    }

    /**
     * What had happened by the end of the period, in its order.
     *
     * @param open without what is restricted
     */
    private record History(UUID household, List<PastEvent> open, List<PastEvent> all, Joined joined) {

        boolean isRestricted() {
            return all.size() > open.size();
        }
    }

    /** The tasks of the period, oldest first, and what the household is at its end. */
    private record Asked(List<RaisedTask> tasks, HouseholdFacts facts) {}

    private List<PastEvent> happened(List<PastEvent> events) {
        return happened(events, List.of());
    }

    /** What happened before the end of the period, in its order. */
    private List<PastEvent> happened(List<PastEvent> events, List<PastEvent> more) {
        List<PastEvent> happened = new ArrayList<>(events.size() + more.size());
        for (PastEvent event : events) {
            if (event.occurredAt().isBefore(end)) {
                happened.add(event);
            }
        }
        happened.addAll(more);
        Collections.sort(happened);
        return happened;
    }

    private Asked ask(Evaluator rules, History history) {
        List<RaisedTask> tasks = new ArrayList<>(0);
        Optional<HouseholdState> standard = ask(rules, history, Clearance.STANDARD, history.open());
        standard.ifPresent(state -> keep(state, tasks));
        Optional<HouseholdState> restricted =
                history.isRestricted() ? ask(rules, history, Clearance.RESTRICTED, history.all()) : Optional.empty();
        restricted.ifPresent(state -> keep(state, tasks));
        tasks.sort(OLDEST_FIRST);
        HouseholdFacts facts =
                restricted.or(() -> standard).map(HouseholdState::facts).orElse(HouseholdFacts.UNKNOWN);
        return new Asked(tasks, facts);
    }

    private Optional<HouseholdState> ask(
            Evaluator rules, History history, Clearance clearance, List<PastEvent> events) {
        return rules.evaluate(history.household(), clearance, events, history.joined(), judgement.horizon());
    }

    private void keep(HouseholdState state, List<RaisedTask> tasks) {
        for (RaisedTask task : state.tasks()) {
            if (!task.raisedAt().isBefore(start) && task.raisedAt().isBefore(end)) {
                tasks.add(task);
            }
        }
    }

    private boolean isKnown(List<PastEvent> events, Instant then) {
        List<PastEvent> before = events.stream()
                .filter(event -> !event.occurredAt().isAfter(then))
                .toList();
        return OpenWork.of(judgement.vocabulary(), before).stream()
                .anyMatch(work -> judgement.knownBy().contains(work.kind()));
    }

    private Map<String, TriedHousehold.Met> met(History history, List<RaisedTask> tasks, List<RaisedTask> liveTasks) {
        Map<String, Instant> first = new LinkedHashMap<>();
        for (PastEvent event : history.all()) {
            List<Sign> bearing = signs.getOrDefault(event.kind(), List.of());
            for (int i = 0; i < bearing.size(); i++) {
                if (!event.occurredAt().isBefore(start)
                        && bearing.get(i).event().matches(event)) {
                    first.putIfAbsent(TriedHousehold.ANY, event.occurredAt());
                    first.putIfAbsent(bearing.get(i).outcome(), event.occurredAt());
                }
            }
        }
        Map<String, TriedHousehold.Met> met = new HashMap<>();
        first.forEach((outcome, at) -> met.put(
                outcome,
                new TriedHousehold.Met(
                        warning(tasks, at),
                        tasks.stream().anyMatch(task -> recordedAt(task, history.joined())
                                .isBefore(at)),
                        !liveTasks.isEmpty() && liveTasks.getFirst().raisedAt().isBefore(at))));
        return met;
    }

    private static OptionalInt warning(List<RaisedTask> tasks, Instant outcome) {
        if (tasks.isEmpty() || !tasks.getFirst().raisedAt().isBefore(outcome)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) ChronoUnit.DAYS.between(
                CouncilCalendar.dayOf(tasks.getFirst().raisedAt()), CouncilCalendar.dayOf(outcome)));
    }

    /** When its rule held and all that it rests on was written down, and known to be of this household. */
    private static Instant recordedAt(RaisedTask task, Joined joined) {
        Instant at = task.raisedAt();
        for (Reason reason : task.reasons()) {
            at = later(at, PastEvent.recordedAt(reason.event(), reason.occurredAt()));
            at = later(at, joined.learnt(reason.event()));
        }
        return at;
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }
}
