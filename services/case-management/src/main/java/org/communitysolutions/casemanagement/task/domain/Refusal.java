package org.communitysolutions.casemanagement.task.domain;

/** Why a request about a task comes to nothing. */
public enum Refusal {
    /** The worker is in another team. */
    NOT_IN_TEAM,
    /** Another worker has claimed it. */
    ALREADY_CLAIMED,
    /** Nobody has claimed it yet. */
    NOT_CLAIMED,
    ALREADY_COMPLETED,
    WITHDRAWN,
    /** It waits in that queue already. */
    SAME_QUEUE,
    /** A restricted task stays in its queue, and no other task enters it: either would tell of the disclosure. */
    RESTRICTED_QUEUE
}
