package org.communitysolutions.risk.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The tasks that one rule came to ask for, as a household's events happened. */
final class RuleThread {

    private static final int MOST_REASONS = 100;

    private final Rule rule;
    private final UUID household;
    private final WorkingDays calendar;
    private final Set<UUID> takenBack;
    private final List<RaisedTask> tasks = new ArrayList<>();
    private final Set<UUID> used = new HashSet<>();

    RuleThread(Rule rule, UUID household, WorkingDays calendar, Set<UUID> takenBack) {
        this.rule = rule;
        this.household = household;
        this.calendar = calendar;
        this.takenBack = takenBack;
    }

    List<RaisedTask> tasks() {
        return tasks;
    }

    /** Looks at the household once more, now that the moment's event has happened. */
    void look(Moment moment) {
        withdrawIfHeldOff(moment);
        if (!rule.concerns(moment.event()) || lastsStill(moment) || rule.isHeldOff(moment)) {
            return;
        }
        List<Evidence> evidence = evidence(moment);
        if (evidence.size() == rule.when().size()) {
            UUID id = episode(moment);
            if (used.add(id)) {
                raise(moment, id, evidence);
            }
        }
    }

    /** Why each condition holds, up to the first that does not. */
    private List<Evidence> evidence(Moment moment) {
        List<Evidence> evidence = new ArrayList<>();
        for (Rule.Named named : rule.when()) {
            Optional<Evidence> holds = named.condition().at(moment);
            if (holds.isEmpty()) {
                return evidence;
            }
            evidence.add(holds.get());
        }
        return evidence;
    }

    private void withdrawIfHeldOff(Moment moment) {
        for (int i = 0; i < tasks.size(); i++) {
            RaisedTask task = tasks.get(i);
            if (task.stands() && !moment.work().isTakenUp(task.id()) && rule.isHeldOff(moment)) {
                tasks.set(i, task.withdrawn(moment.now()));
            }
        }
    }

    private boolean lastsStill(Moment moment) {
        return rule.episode() instanceof Episode.Days quiet && !isOver(moment, quiet);
    }

    /** The id of the task of the episode that the moment belongs to. */
    private UUID episode(Moment moment) {
        return switch (rule.episode()) {
            case Episode.Days quiet -> next(moment);
            case Episode.Each each -> matter(moment, each);
        };
    }

    private UUID matter(Moment moment, Episode.Each each) {
        String fields = String.join(
                "/",
                each.fields().stream()
                        .map(field -> moment.event().text(field).orElse(""))
                        .toList());
        UUID id = id(fields);
        for (int again = 2; takenBack.contains(id); again++) {
            id = id(fields + "/" + again);
        }
        return id;
    }

    private boolean isOver(Moment moment, Episode.Days quiet) {
        if (tasks.isEmpty() || !tasks.getLast().stands()) {
            return true;
        }
        RaisedTask last = tasks.getLast();
        return moment.work()
                .completedAt(last.id())
                .map(completed -> completed.isAfter(last.raisedAt()) ? completed : last.raisedAt())
                .filter(end -> !moment.now().isBefore(end.plus(Duration.ofDays(quiet.days()))))
                .isPresent();
    }

    /**
     * Episodes are numbered, so that a late event which moves the beginning of one leaves its task the same. A number
     * whose task people have already worked on belongs to an episode of before, even if a late event undid that one;
     * and a task that was taken back is not put back.
     */
    private UUID next(Moment moment) {
        int number = tasks.size() + 1;
        UUID id = id(Integer.toString(number));
        while (moment.work().isTakenUp(id) || takenBack.contains(id)) {
            number++;
            id = id(Integer.toString(number));
        }
        return id;
    }

    private UUID id(String episode) {
        return NameUuid.of(household, "early-help-task/" + rule.id() + "/" + episode);
    }

    private void raise(Moment moment, UUID id, List<Evidence> evidence) {
        Map<String, String> words = new HashMap<>();
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            Evidence holds = evidence.get(i);
            reasons.addAll(holds.reasons());
            rule.when().get(i).name().ifPresent(name -> words.put(name, holds.says()));
        }
        Rule.Due due = rule.dueAt(moment);
        List<Reason> ordered = oldestFirst(reasons);
        tasks.add(new RaisedTask(
                id,
                rule.id(),
                rule.version(),
                rule.clearance(),
                rule.taskKind(),
                rule.team(),
                due.priority(),
                calendar.after(knownOn(moment, ordered), due.workingDays()),
                rule.sentence(words),
                ordered,
                moment.event().id(),
                moment.now(),
                Optional.empty()));
    }

    /** The day on which the last of the reasons was recorded, or happened: before it nobody could have acted. */
    private static LocalDate knownOn(Moment moment, List<Reason> reasons) {
        Instant known = moment.now();
        for (Reason reason : reasons) {
            Instant recorded = PastEvent.recordedAt(reason.event(), reason.occurredAt());
            known = recorded.isAfter(known) ? recorded : known;
        }
        return LocalDate.ofInstant(known, moment.zone());
    }

    private static List<Reason> oldestFirst(List<Reason> reasons) {
        List<Reason> ordered = new ArrayList<>(new HashSet<>(reasons));
        ordered.sort((a, b) -> {
            int byTime = a.occurredAt().compareTo(b.occurredAt());
            int byEvent = byTime == 0 ? a.event().compareTo(b.event()) : byTime;
            return byEvent == 0 ? a.factor().compareTo(b.factor()) : byEvent;
        });
        List<Reason> kept = ordered.subList(Math.max(0, ordered.size() - MOST_REASONS), ordered.size());
        return Collections.unmodifiableList(new ArrayList<>(kept));
    }
}
