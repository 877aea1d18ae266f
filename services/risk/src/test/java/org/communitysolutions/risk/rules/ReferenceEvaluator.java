package org.communitysolutions.risk.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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

    /** An instant at which rules are looked at: an event, or the end of a time that an event began. */
    private record Step(Instant at, PastEvent about, Optional<Timed> timed) {}

    /** What a rule would have asked for at a step, had the score not been contested. */
    private record Waiting(Rule rule, Step step) {}

    private record Timed(Rule rule, boolean asks, Condition condition) {}

    private static final Set<String> TASK_EVENTS = Set.of(
            "case-management.task-claimed.v1",
            "case-management.task-completed.v1",
            "case-management.task-withdrawn.v1");

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
        List<Step> steps = steps(events, rules, clearance);
        Map<Rule, List<RaisedTask>> tasks = new LinkedHashMap<>();
        Map<UUID, PastEvent> abouts = new LinkedHashMap<>();
        List<Waiting> waiting = new ArrayList<>();
        Instant asOf = last;
        for (Step step : steps) {
            if (!step.at().isAfter(until)) {
                ReferenceMoment moment = at(step, events, clearance);
                for (Rule rule : rules) {
                    boolean looks = looksAt(rule, step);
                    if ((looks || tellsOfLike(rule, step, joined))
                            && (step.timed().isEmpty() || isDue(step, moment))) {
                        List<RaisedTask> of = tasks.computeIfAbsent(rule, none -> new ArrayList<>());
                        List<RaisedTask> before = List.copyOf(of);
                        Optional<PastEvent> freed = freed(rule, step, moment);
                        ReferenceMoment seen = freed.map(moment::about).orElse(moment);
                        boolean asks = freed.isPresent() || (looks && asks(rule, step));
                        if (look(household, rule, seen, asks, of, abouts, events, joined)) {
                            waiting.add(new Waiting(rule, new Step(step.at(), seen.about(), step.timed())));
                        }
                        asOf = before.equals(of) || step.at().isBefore(asOf) ? asOf : step.at();
                    }
                }
                if (isChallenge(step) && !moment.contest().isScoreContested()) {
                    for (Waiting asked : waiting) {
                        if (asked.step().timed().isEmpty() || isDue(asked.step(), moment)) {
                            List<RaisedTask> of = tasks.computeIfAbsent(asked.rule(), none -> new ArrayList<>());
                            ReferenceMoment seen = moment.about(asked.step().about());
                            look(household, asked.rule(), seen, true, of, abouts, events, joined);
                        }
                    }
                    waiting.clear();
                }
            }
        }
        return Optional.of(state(events, clearance, until, asOf, steps, tasks));
    }

    private List<Step> steps(List<PastEvent> events, List<Rule> rules, Clearance clearance) {
        List<Step> steps = new ArrayList<>();
        events.forEach(event -> steps.add(new Step(event.occurredAt(), event, Optional.empty())));
        ReferenceMoment end = new ReferenceMoment(
                book.factors(), book.zone(), clearance, events, events.getLast().occurredAt(), events.getLast());
        for (Rule rule : rules) {
            List<Timed> timed = new ArrayList<>();
            ConditionTree.broughtByTime(
                            rule.when().stream().map(Rule.Named::condition).toList())
                    .forEach(condition -> timed.add(new Timed(rule, true, condition)));
            ConditionTree.broughtByTime(rule.unless())
                    .forEach(condition -> timed.add(new Timed(rule, false, condition)));
            for (Timed one : timed) {
                if (one.condition() instanceof Absence absence) {
                    for (PastEvent event : events) {
                        if (absence.since().matches(event)) {
                            end.deadline(absence, event)
                                    .ifPresent(at -> steps.add(new Step(at, event, Optional.of(one))));
                        }
                    }
                } else if (one.condition() instanceof FactorHolds holds) {
                    Duration days = Duration.ofDays(holds.sinceDays().orElseThrow());
                    end.factor(holds.factor())
                            .beginnings
                            .forEach(event ->
                                    steps.add(new Step(event.occurredAt().plus(days), event, Optional.of(one))));
                }
            }
        }
        steps.sort(Comparator.comparing(Step::at)
                .thenComparing(step -> step.timed().isPresent())
                .thenComparing(Step::about));
        return steps;
    }

    private ReferenceMoment at(Step step, List<PastEvent> events, Clearance clearance) {
        List<PastEvent> soFar = events.stream()
                .filter(event -> step.timed().isPresent()
                        ? !event.occurredAt().isAfter(step.at())
                        : event.compareTo(step.about()) <= 0)
                .toList();
        return new ReferenceMoment(book.factors(), book.zone(), clearance, soFar, step.at(), step.about());
    }

    private static boolean looksAt(Rule rule, Step step) {
        if (step.timed().isPresent()) {
            return step.timed().get().rule().equals(rule);
        }
        if (isChallenge(step)) {
            return true;
        }
        List<Condition> all = new ArrayList<>(rule.unless());
        rule.when().forEach(named -> all.add(named.condition()));
        return ConditionTree.withParts(all).stream().anyMatch(condition -> ConditionTree.speaksOf(condition)
                .contains(step.about().type()));
    }

    /** Whether somebody takes up a task of the same rule for a household that was merged into this one. */
    private static boolean tellsOfLike(Rule rule, Step step, Joined joined) {
        return step.timed().isEmpty()
                && joined.events().containsKey(step.about().id())
                && TASK_EVENTS.contains(step.about().type())
                && step.about().text("rule").equals(Optional.of(rule.id()));
    }

    /** Whether the same need is in hand by a task that was raised for a household which was merged into this one. */
    private static boolean isInHandElsewhere(
            Rule rule, ReferenceMoment moment, List<PastEvent> history, Joined joined) {
        List<PastEvent> elsewhere = history.stream()
                .filter(event -> joined.events().containsKey(event.id()))
                .toList();
        if (rule.episode() instanceof Episode.Each each) {
            return joined.households().stream()
                    .anyMatch(other -> isTakenUp(matter(other, rule, each, moment, history), elsewhere));
        }
        int days = ((Episode.Days) rule.episode()).days();
        Set<UUID> tasks = new TreeSet<>();
        elsewhere.stream()
                .filter(event -> moment.soFar().contains(event))
                .filter(event -> event.text("rule").equals(Optional.of(rule.id())))
                .forEach(event -> event.idIn("taskId")
                        .filter(task -> isTakenUp(task, List.of(event)))
                        .ifPresent(tasks::add));
        return tasks.stream().anyMatch(task -> moment.soFar().stream()
                .filter(event -> isTold("completed", task, List.of(event)))
                .map(PastEvent::occurredAt)
                .reduce((first, second) -> second)
                .map(completed -> moment.now().isBefore(completed.plus(Duration.ofDays(days))))
                .orElse(true));
    }

    private static boolean isChallenge(Step step) {
        return step.timed().isEmpty() && step.about().type().startsWith("risk.challenge-");
    }

    /** The last news of a factor that the rule asks for and that counts again with the step. */
    private static Optional<PastEvent> freed(Rule rule, Step step, ReferenceMoment moment) {
        return ReferenceContest.factorIn(step.about())
                .filter(code -> step.timed().isEmpty()
                        && rule.when().stream().anyMatch(named -> ReferenceContest.asksFor(named.condition(), code)))
                .flatMap(moment::counted);
    }

    private static boolean asks(Rule rule, Step step) {
        return step.timed().map(Timed::asks).orElseGet(() -> rule.when().stream()
                .anyMatch(named -> concerns(named.condition(), step.about())));
    }

    /** Whether the event is one that can make the condition hold. */
    private static boolean concerns(Condition condition, PastEvent event) {
        return switch (condition) {
            case FactorHolds asked ->
                asked.factor().begins().stream().anyMatch(signal -> signal.on().matches(event));
            case EventTally asked -> asked.events().matches(event) || isMark(asked.sequence(), event);
            case LatestEvent asked -> asked.events().matches(event) || isMark(asked.sequence(), event);
            case WorkIsOpen asked -> asked.where().stream().anyMatch(told -> told != null && told.matches(event));
            case HouseholdIs asked -> HouseholdFacts.TOLD_BY.contains(event.type());
            case AnyOf any -> any.parts().stream().anyMatch(part -> concerns(part, event));
            case AllOf all -> all.parts().stream().anyMatch(part -> concerns(part, event));
            case Absence absence -> false;
            case Not not -> false;
        };
    }

    private static boolean isMark(Optional<Sequence> sequence, PastEvent event) {
        return sequence.filter(other -> other.side() == Sequence.Side.BEFORE)
                .filter(other -> other.of().matches(event))
                .isPresent();
    }

    private static boolean isDue(Step step, ReferenceMoment moment) {
        return switch (step.timed().orElseThrow().condition()) {
            case Absence absence -> !moment.isAnswered(absence, step.about());
            case FactorHolds holds -> {
                ReferenceFactor factor = moment.factor(holds.factor());
                yield factor.isHeld()
                        && moment.contest().silencing(factor).isEmpty()
                        && factor.beginnings.getLast().equals(step.about());
            }
            default -> throw new IllegalStateException("Time alone does not bring it about");
        };
    }

    /** Whether it would have asked, had the score not been contested. */
    private boolean look(
            UUID household,
            Rule rule,
            ReferenceMoment moment,
            boolean asks,
            List<RaisedTask> tasks,
            Map<UUID, PastEvent> abouts,
            List<PastEvent> history,
            Joined joined) {
        boolean inHand = isInHandElsewhere(rule, moment, history, joined);
        boolean heldOff = rule.unless().stream()
                .anyMatch(condition -> moment.why(condition).isPresent());
        for (int i = 0; i < tasks.size(); i++) {
            RaisedTask before = tasks.get(i);
            boolean answered = rule.when().stream()
                    .map(Rule.Named::condition)
                    .filter(Absence.class::isInstance)
                    .anyMatch(absence -> rule.episode() instanceof Episode.Each
                            ? moment.isAnswered((Absence) absence, abouts.get(before.id()))
                            : moment.why(absence).isEmpty());
            RaisedTask task = before.contested() && !moment.contest().isBarred(before.id()) ? before.again() : before;
            if (task.stands() && !isTakenUp(task.id(), moment.soFar())) {
                if (moment.contest().isBarred(task.id())) {
                    task = task.contested(moment.now());
                } else if (heldOff || answered || (inHand && rule.episode() instanceof Episode.Days)) {
                    task = task.withdrawn(moment.now());
                }
            }
            tasks.set(i, task);
        }
        List<Optional<Evidence>> why =
                rule.when().stream().map(named -> moment.why(named.condition())).toList();
        if (!asks || heldOff || why.stream().anyMatch(Optional::isEmpty) || lastsStill(rule, moment, tasks)) {
            return false;
        }
        if (moment.contest().isScoreContested()) {
            return true;
        }
        if (inHand) {
            return false;
        }
        UUID id = episode(household, rule, moment, tasks, history);
        if (tasks.stream().noneMatch(task -> task.id().equals(id))) {
            RaisedTask task =
                    task(id, rule, moment, why.stream().map(Optional::get).toList(), joined);
            tasks.add(
                    moment.contest().isBarred(id) && !isTakenUp(id, moment.soFar())
                            ? task.contested(moment.now())
                            : task);
            abouts.put(id, moment.about());
        }
        return false;
    }

    private static boolean isTold(String what, UUID task, List<PastEvent> events) {
        return events.stream()
                .anyMatch(event -> event.type().equals("case-management.task-" + what + ".v1")
                        && event.idIn("taskId").equals(Optional.of(task)));
    }

    private static boolean isTakenUp(UUID task, List<PastEvent> soFar) {
        return isTold("claimed", task, soFar) || isTold("completed", task, soFar);
    }

    private static boolean lastsStill(Rule rule, ReferenceMoment moment, List<RaisedTask> tasks) {
        if (!(rule.episode() instanceof Episode.Days days)
                || tasks.isEmpty()
                || (!tasks.getLast().stands() && !tasks.getLast().contested())) {
            return false;
        }
        RaisedTask last = tasks.getLast();
        Optional<Instant> over = moment.soFar().stream()
                .filter(event -> isTold("completed", last.id(), List.of(event)))
                .map(PastEvent::occurredAt)
                .reduce((first, second) -> second);
        if (last.contested()) {
            over = moment.contest().isContested(last.id())
                    ? Optional.empty()
                    : moment.contest().upheldAt(last.id());
        }
        return over.isEmpty()
                || moment.now()
                        .isBefore((over.get().isAfter(last.raisedAt()) ? over.get() : last.raisedAt())
                                .plus(Duration.ofDays(days.days())));
    }

    private static UUID episode(
            UUID household, Rule rule, ReferenceMoment moment, List<RaisedTask> tasks, List<PastEvent> history) {
        String name = "early-help-task/" + rule.id() + "/";
        if (rule.episode() instanceof Episode.Each each) {
            return matter(household, rule, each, moment, history);
        }
        for (int number = tasks.size() + 1; ; number++) {
            UUID id = NameUuid.of(household, name + number);
            if (!isTakenUp(id, moment.soFar()) && !ReferenceContest.isTakenBack(id, history)) {
                return id;
            }
        }
    }

    private static UUID matter(
            UUID household, Rule rule, Episode.Each each, ReferenceMoment moment, List<PastEvent> history) {
        String name = "early-help-task/" + rule.id() + "/";
        String fields = String.join(
                "/",
                each.fields().stream()
                        .map(field -> moment.about().text(field.name()).orElse(""))
                        .toList());
        UUID id = NameUuid.of(household, name + fields);
        for (int again = 2; ReferenceContest.isTakenBack(id, history); again++) {
            id = NameUuid.of(household, name + fields + "/" + again);
        }
        return id;
    }

    private RaisedTask task(UUID id, Rule rule, ReferenceMoment moment, List<Evidence> why, Joined joined) {
        Set<Reason> reasons = new TreeSet<>();
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < why.size(); i++) {
            reasons.addAll(why.get(i).reasons());
            String says = why.get(i).says();
            rule.when().get(i).name().ifPresent(name -> words.put(name, says));
        }
        Rule.Due due = rule.sooner().stream()
                .filter(hurry -> hurry.when().stream()
                        .allMatch(condition -> moment.why(condition).isPresent()))
                .map(Rule.Sooner::due)
                .findFirst()
                .orElse(rule.due());
        Instant known = moment.now();
        for (Reason reason : reasons) {
            Instant recorded = PastEvent.recordedAt(reason.event(), reason.occurredAt());
            known = recorded.isAfter(known) ? recorded : known;
            Joined.From other = joined.events().get(reason.event());
            known = other != null && other.learnt().isAfter(known) ? other.learnt() : known;
        }
        LocalDate from = LocalDate.ofInstant(known, book.zone());
        return new RaisedTask(
                id,
                rule.id(),
                rule.version(),
                rule.clearance(),
                rule.taskKind(),
                rule.team(),
                due.priority(),
                due.working() ? calendar.after(from, due.days()) : from.plusDays(due.days()),
                rule.reason().fill(words::get),
                List.copyOf(new ArrayList<>(reasons).subList(Math.max(0, reasons.size() - 100), reasons.size())),
                moment.about().id(),
                moment.now(),
                Optional.empty(),
                false);
    }

    private HouseholdState state(
            List<PastEvent> events,
            Clearance clearance,
            Instant until,
            Instant asOf,
            List<Step> steps,
            Map<Rule, List<RaisedTask>> tasks) {
        ReferenceMoment moment =
                new ReferenceMoment(book.factors(), book.zone(), clearance, events, until, events.getLast());
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
                .filter(step -> step.at().isAfter(until) && isDue(step, moment))
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
                tasks.values().stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(RaisedTask::raisedAt).thenComparing(RaisedTask::id))
                        .toList(),
                ahead.isEmpty() ? Optional.empty() : Optional.of(ahead.first()));
    }
}
