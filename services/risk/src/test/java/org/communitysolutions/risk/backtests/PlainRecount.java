package org.communitysolutions.risk.backtests;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.communitysolutions.risk.backtests.BacktestResult.AskedByRule;
import org.communitysolutions.risk.backtests.BacktestResult.Group;
import org.communitysolutions.risk.backtests.BacktestResult.InWard;
import org.communitysolutions.risk.backtests.BacktestResult.MetOutcome;
import org.communitysolutions.risk.backtests.BacktestResult.OfKind;
import org.communitysolutions.risk.backtests.BacktestResult.OutcomeCounts;
import org.communitysolutions.risk.backtests.BacktestResult.Overlap;
import org.communitysolutions.risk.backtests.BacktestResult.Quartiles;
import org.communitysolutions.risk.backtests.BacktestResult.Shared;
import org.communitysolutions.risk.backtests.BacktestResult.TeamLoad;
import org.communitysolutions.risk.backtests.BacktestResult.Week;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Joined;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.RaisedTask;
import org.communitysolutions.risk.rules.ReferenceEvaluator;
import org.communitysolutions.risk.rules.Rule;

/**
 * What a backtest is to come to, counted from the events in the plainest way: each figure by itself, from the list of all
 * households. It shares the form of the answer with the real one, and nothing of how that counts.
 */
final class PlainRecount {

    private static final ZoneId COUNCIL = ZoneId.of("Europe/London");
    private static final List<String> OUTCOMES = List.of("duty-owed", "liability-order", "job-lost", "safeguarding");

    private final ReferenceEvaluator candidate;
    private final ReferenceEvaluator live;
    private final LocalDate from;
    private final LocalDate to;
    private final Instant horizon;
    private final boolean restricted;
    private final List<One> households = new ArrayList<>();

    /** Another record of a household, and when it was found to be one. */
    record Other(Collection<PastEvent> history, Instant decided) {}

    /** A household, with the events that count for it, and when it was found that they do, of those told elsewhere. */
    private record One(
            List<PastEvent> events,
            Map<UUID, Instant> learnt,
            List<RaisedTask> candidate,
            List<RaisedTask> live,
            String ward,
            HouseholdKind kind) {

        boolean isReached() {
            return !candidate.isEmpty();
        }
    }

    PlainRecount(
            ReferenceEvaluator candidate,
            ReferenceEvaluator live,
            LocalDate from,
            LocalDate to,
            Instant horizon,
            boolean restricted) {
        this.candidate = candidate;
        this.live = live;
        this.from = from;
        this.to = to;
        this.horizon = horizon;
        this.restricted = restricted;
    }

    void add(UUID household, Collection<PastEvent> history, Map<UUID, Other> others) {
        Map<UUID, Instant> learnt = new HashMap<>();
        Map<UUID, Joined.From> from = new HashMap<>();
        List<PastEvent> both = new ArrayList<>(history);
        others.forEach((id, other) -> other.history().stream()
                .filter(event -> !event.type().startsWith("intake.household-")
                        && !event.type().endsWith("joined-household.v1")
                        && !event.type().endsWith("left-household.v1"))
                .forEach(event -> {
                    both.add(event);
                    learnt.put(event.id(), other.decided());
                    from.put(event.id(), new Joined.From(id, other.decided()));
                }));
        Joined joined = new Joined(from, List.copyOf(others.keySet()));
        List<PastEvent> events = new ArrayList<>(new TreeSet<>(both.stream()
                .filter(event -> restricted || !event.restricted())
                .filter(event -> event.occurredAt().isBefore(midnight(to)))
                .toList()));
        if (!events.isEmpty()) {
            Optional<PastEvent> told = events.stream()
                    .filter(event -> event.type().equals("intake.household-registered.v1")
                            || event.type().equals("intake.household-details-changed.v1"))
                    .reduce((one, later) -> later);
            households.add(new One(
                    events,
                    learnt,
                    tasks(candidate, household, events, joined),
                    tasks(live, household, events, joined),
                    told.flatMap(event -> event.text("ward")).orElse("unknown"),
                    new HouseholdKind(
                            told.flatMap(event -> event.text("tenure")).orElse("unknown"),
                            told.filter(event -> event.number("children").isPresent())
                                    .map(event -> event.number("children").getAsLong() > 0
                                            ? HouseholdKind.Children.WITH_CHILDREN
                                            : HouseholdKind.Children.WITHOUT_CHILDREN)
                                    .orElse(HouseholdKind.Children.UNKNOWN))));
        }
    }

    private List<RaisedTask> tasks(ReferenceEvaluator rules, UUID household, List<PastEvent> events, Joined joined) {
        List<RaisedTask> all = new ArrayList<>();
        for (Clearance clearance : Clearance.values()) {
            if (clearance == Clearance.STANDARD || events.stream().anyMatch(PastEvent::restricted)) {
                rules.evaluate(household, clearance, events, joined, horizon)
                        .ifPresent(state -> all.addAll(state.tasks()));
            }
        }
        return all.stream()
                .filter(task -> isInPeriod(task.raisedAt()))
                .sorted((one, other) -> one.raisedAt().compareTo(other.raisedAt()))
                .toList();
    }

    BacktestResult<Long> result(Map<String, Integer> capacity, List<Rule> rules) {
        return new BacktestResult<>(
                group(home -> true),
                households.stream()
                        .map(One::ward)
                        .distinct()
                        .sorted()
                        .map(ward ->
                                new InWard<>(ward, group(home -> home.ward().equals(ward))))
                        .toList(),
                households.stream()
                        .map(One::kind)
                        .distinct()
                        .sorted()
                        .map(kind ->
                                new OfKind<>(kind, group(home -> home.kind().equals(kind))))
                        .toList(),
                new TreeMap<>(capacity)
                        .entrySet().stream()
                                .map(team -> team(team.getKey(), team.getValue()))
                                .toList(),
                rules.stream()
                        .map(rule -> new AskedByRule<>(
                                rule.id(),
                                rule.version(),
                                rule.team(),
                                allTasks()
                                        .filter(task -> task.rule().equals(rule.id()))
                                        .count(),
                                count(home -> home.candidate().stream()
                                        .anyMatch(task -> task.rule().equals(rule.id())))))
                        .toList(),
                new Overlap<>(
                        new Shared<>(
                                sum(home -> common(home).size()),
                                sum(home ->
                                        home.candidate().size() - common(home).size()),
                                sum(home -> home.live().size() - common(home).size())),
                        new Shared<>(
                                count(home -> home.isReached() && !home.live().isEmpty()),
                                count(home -> home.isReached() && home.live().isEmpty()),
                                count(home -> !home.isReached() && !home.live().isEmpty()))));
    }

    private Group<Long> group(Predicate<One> who) {
        long reached = count(who.and(One::isReached));
        long known = count(who.and(home -> home.isReached() && isKnown(home)));
        return new Group<>(
                count(who),
                reached,
                known,
                reached - known,
                sum(home -> who.test(home) ? home.candidate().size() : 0),
                outcome(who, "any"),
                OUTCOMES.stream()
                        .map(outcome -> new MetOutcome<>(outcome, outcome(who, outcome)))
                        .toList());
    }

    private OutcomeCounts<Long> outcome(Predicate<One> who, String outcome) {
        Predicate<One> met = who.and(home -> first(home, outcome).isPresent());
        Predicate<One> warned = met.and(home -> isWarned(home.candidate(), home, outcome));
        List<Integer> days = households.stream()
                .filter(warned)
                .map(home -> days(
                        home.candidate().getFirst().raisedAt(),
                        first(home, outcome).orElseThrow()))
                .sorted()
                .toList();
        return new OutcomeCounts<>(
                count(met),
                count(warned),
                count(met.and(warned.negate())),
                count(met.and(home -> home.candidate().stream().anyMatch(task -> writtenDown(task, home)
                        .isBefore(first(home, outcome).orElseThrow())))),
                count(met.and(home -> isWarned(home.live(), home, outcome))),
                days.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Quartiles(quarter(days, 1), quarter(days, 2), quarter(days, 3))));
    }

    private static int quarter(List<Integer> days, int quarters) {
        return days.get((days.size() * quarters + 3) / 4 - 1);
    }

    private boolean isWarned(List<RaisedTask> tasks, One home, String outcome) {
        Instant at = first(home, outcome).orElseThrow();
        return tasks.stream().anyMatch(task -> task.raisedAt().isBefore(at));
    }

    private Optional<Instant> first(One home, String outcome) {
        return home.events().stream()
                .filter(event -> isInPeriod(event.occurredAt()))
                .filter(event -> outcome.equals("any")
                        ? outcomeOf(event).isPresent()
                        : outcomeOf(event).equals(Optional.of(outcome)))
                .map(PastEvent::occurredAt)
                .findFirst();
    }

    private static Optional<String> outcomeOf(PastEvent event) {
        return switch (event.type()) {
            case "homelessness-prevention.duty-accepted.v1" -> Optional.of("duty-owed");
            case "debt-advice.council-tax-stage-reached.v1" ->
                event.text("stage").filter("liability-order"::equals);
            case "employment-outcomes.job-lost.v1" -> Optional.of("job-lost");
            case "intake.contact-triaged.v1" ->
                event.text("route").filter("statutory"::equals).map(route -> "safeguarding");
            case "case-management.safeguarding-referral-made.v1" -> Optional.of("safeguarding");
            default -> Optional.empty();
        };
    }

    /** Something with an id that was opened and not closed by the time of the first task. */
    private static boolean isKnown(One home) {
        Set<String> open = new HashSet<>();
        for (PastEvent event : home.events()) {
            if (!event.occurredAt().isAfter(home.candidate().getFirst().raisedAt())) {
                switch (event.type()) {
                    case "case-management.case-opened.v1", "case-management.case-reopened.v1" ->
                        open.add("case" + event.text("caseId"));
                    case "case-management.case-closed.v1" -> open.remove("case" + event.text("caseId"));
                    case "case-management.task-created.v1", "case-management.task-handed-over.v1" ->
                        open.add("task" + event.text("taskId"));
                    case "case-management.task-completed.v1", "case-management.task-withdrawn.v1" ->
                        open.remove("task" + event.text("taskId"));
                    case "debt-advice.debt-case-opened.v1" -> open.add("debts" + event.text("debtCaseId"));
                    case "debt-advice.debt-case-closed.v1" -> open.remove("debts" + event.text("debtCaseId"));
                    case "homelessness-prevention.homelessness-approach-made.v1",
                            "homelessness-prevention.duty-accepted.v1" ->
                        open.add("application" + event.text("applicationId"));
                    case "homelessness-prevention.duty-ended.v1",
                            "homelessness-prevention.homelessness-prevented.v1",
                            "homelessness-prevention.homelessness-relieved.v1" ->
                        open.remove("application" + event.text("applicationId"));
                    case "employment-outcomes.participant-enrolled.v1" ->
                        open.add("participant" + event.text("participantId"));
                    case "employment-outcomes.job-sustained.v1" -> {
                        if (event.number("weeks").orElse(0) >= 26) {
                            open.remove("participant" + event.text("participantId"));
                        }
                    }
                    default -> {
                        // Opens and closes nothing.
                    }
                }
            }
        }
        return !open.isEmpty();
    }

    private static Instant writtenDown(RaisedTask task, One home) {
        Stream<Instant> reasons = home.events().stream()
                .filter(event -> task.reasons().stream()
                        .anyMatch(reason -> reason.event().equals(event.id())))
                .flatMap(event ->
                        Stream.of(event.recordedAt(), home.learnt().getOrDefault(event.id(), event.recordedAt())));
        return Stream.concat(Stream.of(task.raisedAt()), reasons)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private TeamLoad<Long> team(String team, int capacity) {
        List<Week<Long>> weeks = new ArrayList<>();
        LocalDate monday = from;
        while (monday.getDayOfWeek().getValue() > 1) {
            monday = monday.minusDays(1);
        }
        for (; monday.isBefore(to); monday = monday.plusDays(7)) {
            Instant begins = midnight(monday);
            Instant ends = midnight(monday.plusDays(7));
            weeks.add(new Week<>(
                    monday,
                    allTasks()
                            .filter(task -> task.team().equals(team))
                            .filter(task -> !task.raisedAt().isBefore(begins)
                                    && task.raisedAt().isBefore(ends))
                            .count()));
        }
        return new TeamLoad<>(
                team,
                allTasks().filter(task -> task.team().equals(team)).count(),
                allTasks()
                        .filter(task ->
                                task.team().equals(team) && task.withdrawnAt().isPresent())
                        .count(),
                capacity,
                weeks);
    }

    private static List<UUID> common(One home) {
        List<UUID> ids =
                new ArrayList<>(home.candidate().stream().map(RaisedTask::id).toList());
        ids.retainAll(home.live().stream().map(RaisedTask::id).toList());
        return ids;
    }

    private Stream<RaisedTask> allTasks() {
        return households.stream().flatMap(home -> home.candidate().stream());
    }

    private long count(Predicate<One> which) {
        return households.stream().filter(which).count();
    }

    private long sum(ToLongFunction<One> of) {
        return households.stream().mapToLong(of).sum();
    }

    private boolean isInPeriod(Instant at) {
        return !at.isBefore(midnight(from)) && at.isBefore(midnight(to));
    }

    private static int days(Instant from, Instant to) {
        return (int) Duration.between(
                        from.atZone(COUNCIL).toLocalDate().atStartOfDay(),
                        to.atZone(COUNCIL).toLocalDate().atStartOfDay())
                .toDays();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(COUNCIL).toInstant();
    }
}
