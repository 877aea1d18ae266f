package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What {@link Evaluator} is to give, worked out from the definitions in the plainest way: at each instant every question
 * is answered from the list of all events so far. It shares the words that files are read into, and nothing of how a fold
 * goes. For tests to hold the quick one, and a service around it, against.
 */
public final class ReferenceEvaluator {

    /** What a rule would have asked for at a step, had the score not been contested. */
    private record Waiting(Rule rule, ReferenceStep step) {}

    private final Rulebook book;
    private final WorkingDays calendar;

    public ReferenceEvaluator(Rulebook book, WorkingDays calendar) {
        this.book = book;
        this.calendar = calendar;
    }

    /** As {@link Evaluator#evaluate}. */
    public Optional<HouseholdState> evaluate(
            UUID household, Clearance clearance, Collection<PastEvent> history, Instant horizon) {
        return evaluate(household, clearance, history, Joined.NOTHING, horizon);
    }

    /** The same for a history that households which were merged into this one have a part in. */
    public Optional<HouseholdState> evaluate(
            UUID household, Clearance clearance, Collection<PastEvent> history, Joined joined, Instant horizon) {
        List<PastEvent> events = new ArrayList<>(new TreeSet<>(history.stream()
                .filter(event -> clearance.isRestricted() || !event.restricted())
                .toList()));
        if (events.isEmpty()) {
            return Optional.empty();
        }
        List<Rule> rules = book.rules().stream()
                .filter(rule -> rule.clearance() == clearance)
                .toList();
        Instant last = events.getLast().occurredAt();
        Instant until = horizon.isAfter(last) ? horizon : last;
        List<ReferenceStep> steps = ReferenceStep.of(events, rules, atTheEnd(events, clearance, last));
        Map<Rule, ReferenceTasks> tasks = new LinkedHashMap<>();
        rules.forEach(rule -> tasks.put(rule, new ReferenceTasks(rule, household, calendar, joined, events)));
        List<Waiting> waiting = new ArrayList<>();
        Instant asOf = last;
        for (ReferenceStep step : steps) {
            if (!step.at().isAfter(until)) {
                ReferenceMoment moment = at(step, events, clearance);
                for (Rule rule : rules) {
                    boolean looks = step.looksAt(rule);
                    if ((looks || step.tellsOfLike(rule, joined)) && step.isDue(moment)) {
                        ReferenceTasks of = tasks.get(rule);
                        List<RaisedTask> before = of.now();
                        Optional<PastEvent> freed = step.freed(rule, moment);
                        ReferenceMoment seen = freed.map(moment::about).orElse(moment);
                        if (of.look(seen, freed.isPresent() || (looks && step.asks(rule)))) {
                            waiting.add(new Waiting(rule, new ReferenceStep(step.at(), seen.about(), step.timed())));
                        }
                        asOf = before.equals(of.now()) || step.at().isBefore(asOf) ? asOf : step.at();
                    }
                }
                if (step.isChallenge() && !moment.contest().isScoreContested()) {
                    for (Waiting asked : waiting) {
                        if (asked.step().isDue(moment)) {
                            tasks.get(asked.rule())
                                    .look(moment.about(asked.step().about()), true);
                        }
                    }
                    waiting.clear();
                }
            }
        }
        return Optional.of(state(atTheEnd(events, clearance, until), asOf, steps, tasks.values()));
    }

    private ReferenceMoment atTheEnd(List<PastEvent> events, Clearance clearance, Instant end) {
        return new ReferenceMoment(book.factors(), book.zone(), clearance, events, end, events.getLast());
    }

    private ReferenceMoment at(ReferenceStep step, List<PastEvent> events, Clearance clearance) {
        List<PastEvent> soFar = events.stream()
                .filter(event -> step.timed().isPresent()
                        ? !event.occurredAt().isAfter(step.at())
                        : event.compareTo(step.about()) <= 0)
                .toList();
        return new ReferenceMoment(book.factors(), book.zone(), clearance, soFar, step.at(), step.about());
    }

    private HouseholdState state(
            ReferenceMoment moment, Instant asOf, List<ReferenceStep> steps, Collection<ReferenceTasks> tasks) {
        List<HeldFactor> held = new ArrayList<>();
        List<HeldFactor> contested = new ArrayList<>();
        List<EndedFactor> ended = new ArrayList<>();
        TreeSet<Instant> ahead = new TreeSet<>();
        TreeSet<Instant> counted = new TreeSet<>(Set.of(asOf));
        for (Factor declared : book.factors()) {
            ReferenceFactor factor = moment.factor(declared);
            if (factor.isHeld()) {
                Optional<PastEvent> silencing = moment.contest().silencing(factor);
                (silencing.isEmpty() ? held : contested).add(factor.held());
                silencing.ifPresent(event -> ended.add(ReferenceContest.endedBy(event, factor.held())));
            }
            ended.addAll(factor.ended);
            counted.addAll(factor.lapses);
            factor.nextLapse().ifPresent(ahead::add);
        }
        steps.stream()
                .filter(step -> step.at().isAfter(moment.now()) && step.isDue(moment))
                .forEach(step -> ahead.add(step.at()));
        Score score = Score.of(held);
        return new HouseholdState(
                counted.last(),
                moment.facts(),
                held,
                contested,
                ended,
                score.parts(),
                score.points(),
                book.band(score.points()),
                moment.contest().isScoreContested(),
                tasks.stream()
                        .flatMap(of -> of.now().stream())
                        .sorted(Comparator.comparing(RaisedTask::raisedAt).thenComparing(RaisedTask::id))
                        .toList(),
                ahead.isEmpty() ? Optional.empty() : Optional.of(ahead.first()));
    }
}
