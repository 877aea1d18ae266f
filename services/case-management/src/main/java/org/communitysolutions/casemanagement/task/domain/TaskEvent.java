package org.communitysolutions.casemanagement.task.domain;

import java.util.UUID;

/** What happened to a task, for those outside to know. */
public sealed interface TaskEvent {

    Particulars particulars();

    /** It came to stand in a queue. */
    record Created(Particulars particulars) implements TaskEvent {}

    /** A worker took it. */
    record TakenUp(Particulars particulars) implements TaskEvent {}

    /**
     * It went back into a queue: the one that the particulars name.
     *
     * @param from the queue that it came from
     * @param reason for the next worker to read
     */
    record HandedOver(Particulars particulars, Queue from, UUID worker, String reason) implements TaskEvent {}

    record Done(Particulars particulars, Outcome outcome) implements TaskEvent {}

    record TakenBack(Particulars particulars) implements TaskEvent {}
}
