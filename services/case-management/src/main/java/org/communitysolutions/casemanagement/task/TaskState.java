package org.communitysolutions.casemanagement.task;

import org.communitysolutions.casemanagement.task.domain.Claimed;
import org.communitysolutions.casemanagement.task.domain.Completed;
import org.communitysolutions.casemanagement.task.domain.Open;
import org.communitysolutions.casemanagement.task.domain.Task;
import org.communitysolutions.casemanagement.task.domain.Withdrawn;

/** The states by name, for lists and for whoever reads them. */
public enum TaskState {
    OPEN,
    CLAIMED,
    COMPLETED,
    WITHDRAWN;

    public static TaskState of(Task task) {
        return switch (task) {
            case Open open -> OPEN;
            case Claimed claimed -> CLAIMED;
            case Completed completed -> COMPLETED;
            case Withdrawn withdrawn -> WITHDRAWN;
        };
    }
}
