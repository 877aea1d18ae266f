package org.communitysolutions.casemanagement.task;

import org.communitysolutions.casemanagement.task.domain.Refusal;
import org.communitysolutions.casemanagement.task.domain.Task;

/** What a worker's request about a task came to. */
public sealed interface TaskAnswer {

    /** The task as it now is. */
    record Stands(Task task) implements TaskAnswer {}

    /** There is no such task, or none that the worker may know of. */
    record Absent() implements TaskAnswer {}

    record Refused(Refusal why) implements TaskAnswer {}
}
