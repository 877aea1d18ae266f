package org.communitysolutions.casemanagement.task.domain;

/** What a request about a task comes to. */
public sealed interface Decision {

    /** The task is now in another state, and others are to be told. */
    record Changed(Task task, TaskEvent event) implements Decision {}

    /** It was so already, as when a request is sent twice. */
    record Unchanged(Task task) implements Decision {}

    record Refused(Refusal why) implements Decision {}
}
