package org.communitysolutions.risk.oneview;

import java.util.Optional;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.tasks.Outcome;
import org.communitysolutions.risk.tasks.TaskEnd;

/**
 * Where a task stands with the people who do it, as far as case-management has told.
 *
 * @param team who has it now, if that was told
 * @param outcome what came of it, once people have ended it
 */
public record TaskProgress(Stage stage, Optional<String> team, Optional<Outcome> outcome) {

    static final TaskProgress ASKED_FOR = new TaskProgress(Stage.ASKED_FOR, Optional.empty(), Optional.empty());

    /** How far it has come. */
    public enum Stage {
        /** Nothing was heard of it yet. */
        ASKED_FOR,
        QUEUED,
        CLAIMED,
        COMPLETED,
        WITHDRAWN
    }

    /** Where it stands after that event of case-management; where it stood if the event is of another kind. */
    TaskProgress after(PastEvent event) {
        Optional<String> by = event.text("team").or(() -> team);
        return switch (event.type()) {
            case "case-management.task-created.v1", "case-management.task-handed-over.v1" ->
                new TaskProgress(Stage.QUEUED, by, Optional.empty());
            case "case-management.task-claimed.v1" -> new TaskProgress(Stage.CLAIMED, by, Optional.empty());
            case "case-management.task-completed.v1" -> new TaskProgress(Stage.COMPLETED, by, Optional.empty());
            case "case-management.task-withdrawn.v1" -> new TaskProgress(Stage.WITHDRAWN, by, Optional.empty());
            default -> this;
        };
    }

    /** The same with what came of it, if anything has. */
    TaskProgress with(Optional<TaskEnd> end) {
        return stage == Stage.COMPLETED ? new TaskProgress(stage, team, end.map(TaskEnd::outcome)) : this;
    }
}
