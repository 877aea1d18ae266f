package org.communitysolutions.risk.tasks;

/** Why a task is asked for no longer. */
public enum Withdrawal {
    /** Something came to hold that the rule does not ask for the task with. */
    CONDITION_ENDED,
    /** The household contests it, and nobody has decided that yet. */
    CHALLENGED,
    /** An event that came late shows that the rule never held. */
    CORRECTED,
    /** The household was merged into another, whose history now has all that the task rests on. */
    HOUSEHOLD_MERGED,
    /** The rule, in the version that asked for it, is no longer live. */
    RULE_RETIRED
}
