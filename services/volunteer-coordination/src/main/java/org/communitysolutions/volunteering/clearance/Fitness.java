package org.communitysolutions.volunteering.clearance;

/** Whether a volunteer's checks let them take up a role. */
public enum Fitness {
    NO_SUCH_ROLE,
    /** No check of theirs came back in order. */
    NOT_CLEARED,
    /** None that did is what the role requires, or it is too old. */
    NO_FITTING_CHECK,
    FITTING
}
