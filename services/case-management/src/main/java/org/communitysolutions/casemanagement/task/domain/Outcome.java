package org.communitysolutions.casemanagement.task.domain;

/** What came of a task. */
public enum Outcome {
    HELPED,
    /** The household did not want help. */
    DECLINED,
    /** A service was at work with it already. */
    ALREADY_KNOWN,
    /** The task rested on a mistake. */
    WRONG,
    CANNOT_REACH
}
