package org.communitysolutions.volunteering.match.domain;

/** Why a match is not made or not ended. */
public enum Refusal {
    /** The day that was given has not come yet. */
    IN_THE_FUTURE,
    /** Nobody volunteers for their own household. */
    OWN_HOUSEHOLD,
    /** No check of the volunteer's came back in order. */
    NOT_CLEARED,
    /** None that did is what the role requires on that day. */
    NO_FITTING_CHECK,
    /** They are matched in this role now. */
    ALREADY_MATCHED,
    /** A match cannot end before it began. */
    BEFORE_START,
    /** It has ended already. */
    ALREADY_ENDED
}
