package org.communitysolutions.risk.tasks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.rules.RaisedTask;
import org.communitysolutions.risk.rules.Rulebook;

/** Compares the tasks that a history asks for, and what people made of them, with what was known of them. */
public final class TaskDifference {

    private TaskDifference() {}

    public static List<TaskChange> between(List<KnownTask> announced, AskedFor asked, Rulebook book) {
        Map<UUID, KnownTask> known = new LinkedHashMap<>();
        announced.forEach(task -> known.put(task.id(), task));
        List<TaskChange> changes = new ArrayList<>();
        for (RaisedTask task : asked.tasks()) {
            KnownTask before = known.remove(task.id());
            if (task.stands() && (before == null || !before.stands())) {
                changes.add(new TaskChange.Raised(asked.household(), task));
            } else if (!task.stands() && before != null && before.stands()) {
                changes.add(new TaskChange.Withdrawn(
                        asked.household(),
                        before,
                        task.withdrawnAt().orElseThrow(),
                        task.contested() ? Withdrawal.CHALLENGED : Withdrawal.CONDITION_ENDED));
            }
        }
        known.values().stream()
                .filter(task -> task.stands() && !asked.ends().isCompleted(task.id()))
                .map(task -> new TaskChange.Withdrawn(asked.household(), task, asked.asOf(), why(task, book)))
                .forEach(changes::add);
        changes.addAll(ends(announced, changes, asked));
        return changes;
    }

    /** The ends that were not known, or were known to be others. */
    private static List<TaskChange> ends(List<KnownTask> announced, List<TaskChange> changes, AskedFor asked) {
        Map<UUID, KnownTask> known = new LinkedHashMap<>();
        announced.forEach(task -> known.put(task.id(), task));
        changes.forEach(change -> known.put(change.known().id(), change.known()));
        List<TaskChange> ends = new ArrayList<>();
        for (KnownTask task : known.values()) {
            asked.ends()
                    .of(task.id(), task.clearance())
                    .filter(end -> !task.end().equals(Optional.of(end)))
                    .ifPresent(end -> ends.add(new TaskChange.Ended(asked.household(), task, end)));
        }
        return ends;
    }

    private static Withdrawal why(KnownTask task, Rulebook book) {
        boolean live = book.rules().stream()
                .anyMatch(rule -> rule.id().equals(task.rule()) && rule.version() == task.ruleVersion());
        return live ? Withdrawal.CORRECTED : Withdrawal.RULE_RETIRED;
    }
}
