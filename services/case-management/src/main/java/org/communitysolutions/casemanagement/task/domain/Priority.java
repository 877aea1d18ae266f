package org.communitysolutions.casemanagement.task.domain;

/** How soon a task is to be taken up; the lowest urgency comes first in a queue. */
public enum Priority {
    URGENT(0),
    HIGH(1),
    NORMAL(2),
    LOW(3);

    private final int urgency;

    Priority(int urgency) {
        this.urgency = urgency;
    }

    /** The place in a queue's order, from 0. */
    public int urgency() {
        return urgency;
    }
}
