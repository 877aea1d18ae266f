package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Folds a household's history, in the order in which things happened, into what it amounts to. The same events give the
 * same result in whatever order and however often they arrived; the clock on the wall plays no part.
 */
public final class Evaluator {

    private static final int HIGHEST_SCORE = 1000;

    private final Rulebook book;
    private final WorkingDays calendar;

    public Evaluator(Rulebook book, WorkingDays calendar) {
        this.book = book;
        this.calendar = calendar;
    }

    public Rulebook book() {
        return book;
    }

    /**
     * What the history amounts to for that clearance; empty if nothing in it is for that clearance.
     *
     * @param horizon how far time has come; what changes without news counts up to then, or to the last event if that
     *     is later
     */
    public Optional<HouseholdState> evaluate(
            UUID household, Clearance clearance, Collection<PastEvent> history, Instant horizon) {
        TreeSet<PastEvent> ordered = new TreeSet<>();
        for (PastEvent event : history) {
            if (clearance.isRestricted() || !event.restricted()) {
                ordered.add(event);
            }
        }
        if (ordered.isEmpty()) {
            return Optional.empty();
        }
        Moment moment = new Moment(book, clearance);
        Set<UUID> takenBack = TaskWork.takenBack(ordered);
        List<RuleThread> threads = book.rules().stream()
                .filter(rule -> rule.clearance() == clearance)
                .map(rule -> new RuleThread(rule, household, calendar, takenBack))
                .toList();
        for (PastEvent event : ordered) {
            moment.advance(event);
            threads.forEach(thread -> thread.look(moment));
        }
        return Optional.of(state(moment, threads));
    }

    private HouseholdState state(Moment moment, List<RuleThread> threads) {
        List<HeldFactor> held = moment.held();
        List<ScorePart> parts =
                held.stream().flatMap(factor -> parts(factor).stream()).toList();
        int sum = parts.stream().mapToInt(ScorePart::points).sum();
        int score = Math.clamp(sum, 0, HIGHEST_SCORE);
        List<RaisedTask> tasks = threads.stream()
                .flatMap(thread -> thread.tasks().stream())
                .sorted(Comparator.comparing(RaisedTask::raisedAt).thenComparing(RaisedTask::id))
                .toList();
        return new HouseholdState(
                moment.now(),
                moment.facts(),
                held,
                moment.ended(),
                parts,
                score,
                book.band(score),
                tasks,
                Optional.empty());
    }

    private static List<ScorePart> parts(HeldFactor held) {
        Factor.Points points = held.factor().points();
        List<ScorePart> parts = new ArrayList<>();
        parts.add(new ScorePart(held.code(), ScorePart.Because.PRESENT, points.present(), held.began()));
        points.byLevel().stream()
                .filter(step -> held.level().orElse(0) >= step.from())
                .reduce((lower, higher) -> higher)
                .ifPresent(step ->
                        parts.add(new ScorePart(held.code(), ScorePart.Because.LEVEL, step.points(), held.latest())));
        if (points.rising() != 0 && held.trend() == Trend.RISING) {
            parts.add(new ScorePart(held.code(), ScorePart.Because.RISING, points.rising(), held.latest()));
        }
        return parts;
    }
}
