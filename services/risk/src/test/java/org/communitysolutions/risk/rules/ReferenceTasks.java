package org.communitysolutions.risk.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The tasks that one rule came to ask a household's teams for. Slow and plain: see {@link ReferenceEvaluator}. */
final class ReferenceTasks {

    private final Rule rule;
    private final UUID household;
    private final WorkingDays calendar;
    private final Joined joined;
    private final List<PastEvent> history;
    private final List<RaisedTask> tasks = new ArrayList<>();
    private final Map<UUID, PastEvent> abouts = new HashMap<>();

    /** @param history all events, also those that are still to happen */
    ReferenceTasks(Rule rule, UUID household, WorkingDays calendar, Joined joined, List<PastEvent> history) {
        this.rule = rule;
        this.household = household;
        this.calendar = calendar;
        this.joined = joined;
        this.history = history;
    }

    List<RaisedTask> now() {
        return List.copyOf(tasks);
    }

    /** Whether it would have asked, had the score not been contested. */
    boolean look(ReferenceMoment moment, boolean asks) {
        boolean inHand = isInHandElsewhere(moment);
        boolean heldOff = rule.unless().stream()
                .anyMatch(condition -> moment.why(condition).isPresent());
        tasks.replaceAll(task -> reconsidered(task, moment, heldOff, inHand));
        List<Optional<Evidence>> why =
                rule.when().stream().map(named -> moment.why(named.condition())).toList();
        if (!asks || heldOff || why.stream().anyMatch(Optional::isEmpty) || lastsStill(moment)) {
            return false;
        }
        if (moment.contest().isScoreContested()) {
            return true;
        }
        if (inHand) {
            return false;
        }
        UUID id = episode(moment);
        if (tasks.stream().noneMatch(task -> task.id().equals(id))) {
            RaisedTask task = task(id, moment, why.stream().map(Optional::get).toList());
            tasks.add(
                    moment.contest().isBarred(id) && !isTakenUp(id, moment.soFar())
                            ? task.contested(moment.now())
                            : task);
            abouts.put(id, moment.about());
        }
        return false;
    }

    private RaisedTask reconsidered(RaisedTask before, ReferenceMoment moment, boolean heldOff, boolean inHand) {
        boolean barred = moment.contest().isBarred(before.id());
        RaisedTask task = before.contested() && !barred ? before.again() : before;
        if (!task.stands() || isTakenUp(task.id(), moment.soFar())) {
            return task;
        }
        if (barred) {
            return task.contested(moment.now());
        }
        boolean answered = rule.when().stream()
                .map(Rule.Named::condition)
                .filter(Absence.class::isInstance)
                .anyMatch(absence -> rule.episode() instanceof Episode.Each
                        ? moment.absence((Absence) absence).isAnswered(abouts.get(before.id()))
                        : moment.why(absence).isEmpty());
        return heldOff || answered || (inHand && rule.episode() instanceof Episode.Days)
                ? task.withdrawn(moment.now())
                : task;
    }

    /** Whether the same need is in hand by a task that was raised for a household which was merged into this one. */
    private boolean isInHandElsewhere(ReferenceMoment moment) {
        List<PastEvent> elsewhere = history.stream()
                .filter(event -> joined.events().containsKey(event.id()))
                .toList();
        if (rule.episode() instanceof Episode.Each each) {
            return joined.households().stream().anyMatch(other -> isTakenUp(matter(other, each, moment), elsewhere));
        }
        int days = ((Episode.Days) rule.episode()).days();
        Set<UUID> taken = new TreeSet<>();
        elsewhere.stream()
                .filter(event -> moment.soFar().contains(event))
                .filter(event -> event.text("rule").equals(Optional.of(rule.id())))
                .forEach(event -> event.idIn("taskId")
                        .filter(task -> isTakenUp(task, List.of(event)))
                        .ifPresent(taken::add));
        return taken.stream().anyMatch(task -> moment.soFar().stream()
                .filter(event -> isTold("completed", task, List.of(event)))
                .map(PastEvent::occurredAt)
                .reduce((first, second) -> second)
                .map(completed -> moment.now().isBefore(completed.plus(Duration.ofDays(days))))
                .orElse(true));
    }

    private static boolean isTold(String what, UUID task, List<PastEvent> events) {
        return events.stream()
                .anyMatch(event -> event.type().equals("case-management.task-" + what + ".v1")
                        && event.idIn("taskId").equals(Optional.of(task)));
    }

    private static boolean isTakenUp(UUID task, List<PastEvent> soFar) {
        return isTold("claimed", task, soFar) || isTold("completed", task, soFar);
    }

    private boolean lastsStill(ReferenceMoment moment) {
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

    private UUID episode(ReferenceMoment moment) {
        String name = "early-help-task/" + rule.id() + "/";
        if (rule.episode() instanceof Episode.Each each) {
            return matter(household, each, moment);
        }
        for (int number = tasks.size() + 1; ; number++) {
            UUID id = NameUuid.of(household, name + number);
            if (!isTakenUp(id, moment.soFar()) && !ReferenceContest.isTakenBack(id, history)) {
                return id;
            }
        }
    }

    private UUID matter(UUID of, Episode.Each each, ReferenceMoment moment) {
        String name = "early-help-task/" + rule.id() + "/";
        String fields = String.join(
                "/",
                each.fields().stream()
                        .map(field -> moment.about().text(field.name()).orElse(""))
                        .toList());
        UUID id = NameUuid.of(of, name + fields);
        for (int again = 2; ReferenceContest.isTakenBack(id, history); again++) {
            id = NameUuid.of(of, name + fields + "/" + again);
        }
        return id;
    }

    private RaisedTask task(UUID id, ReferenceMoment moment, List<Evidence> why) {
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
        LocalDate from = LocalDate.ofInstant(known, moment.zone());
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
}
