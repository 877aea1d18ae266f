package org.communitysolutions.casemanagement.task.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.HandOver;
import org.communitysolutions.casemanagement.task.TaskState;
import org.communitysolutions.casemanagement.task.domain.Basis;
import org.communitysolutions.casemanagement.task.domain.Claimed;
import org.communitysolutions.casemanagement.task.domain.Completed;
import org.communitysolutions.casemanagement.task.domain.Open;
import org.communitysolutions.casemanagement.task.domain.Outcome;
import org.communitysolutions.casemanagement.task.domain.Particulars;
import org.communitysolutions.casemanagement.task.domain.Priority;
import org.communitysolutions.casemanagement.task.domain.Task;
import org.communitysolutions.casemanagement.task.domain.Withdrawn;

/**
 * A task as the front line sees it; what its state does not have is left out.
 *
 * @param basis the rule and the events that it rests on, if risk asked for it
 * @param handOvers where it has been, the oldest first; left out of the answer to a change
 */
record TaskView(
        UUID id,
        UUID householdId,
        Optional<UUID> caseId,
        String kind,
        String team,
        boolean restricted,
        Priority priority,
        LocalDate dueOn,
        TaskState state,
        Optional<Basis> basis,
        Optional<UUID> claimedBy,
        Optional<Instant> claimedAt,
        Optional<Outcome> outcome,
        Optional<String> note,
        Optional<String> withdrawnBecause,
        Optional<Instant> endedAt,
        Optional<List<HandOver>> handOvers) {

    static TaskView of(Task task) {
        return switch (task) {
            case Open open -> of(task, Claim.NONE, End.NONE);
            case Claimed claimed -> of(task, new Claim(claimed.worker(), claimed.since()), End.NONE);
            case Completed done ->
                of(
                        task,
                        new Claim(done.worker(), done.since()),
                        new End(done.at(), done.outcome(), done.note().orElse(null), null));
            case Withdrawn withdrawn -> of(task, Claim.NONE, new End(withdrawn.at(), null, null, withdrawn.why()));
        };
    }

    static TaskView of(Task task, List<HandOver> handOvers) {
        TaskView view = of(task);
        return new TaskView(
                view.id,
                view.householdId,
                view.caseId,
                view.kind,
                view.team,
                view.restricted,
                view.priority,
                view.dueOn,
                view.state,
                view.basis,
                view.claimedBy,
                view.claimedAt,
                view.outcome,
                view.note,
                view.withdrawnBecause,
                view.endedAt,
                Optional.of(handOvers));
    }

    private static TaskView of(Task task, Claim claim, End end) {
        Particulars told = task.particulars();
        return new TaskView(
                told.id(),
                told.household(),
                told.caseId(),
                told.kind(),
                told.queue().team(),
                told.queue().restricted(),
                told.priority(),
                told.dueOn(),
                TaskState.of(task),
                told.basis(),
                Optional.ofNullable(claim.by()),
                Optional.ofNullable(claim.at()),
                Optional.ofNullable(end.outcome()),
                Optional.ofNullable(end.note()),
                Optional.ofNullable(end.why()),
                Optional.ofNullable(end.at()),
                Optional.empty());
    }

    private record Claim(UUID by, Instant at) {
        static final Claim NONE = new Claim(null, null);
    }

    private record End(Instant at, Outcome outcome, String note, String why) {
        static final End NONE = new End(null, null, null, null);
    }
}
