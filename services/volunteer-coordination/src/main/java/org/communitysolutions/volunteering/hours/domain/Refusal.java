package org.communitysolutions.volunteering.hours.domain;

/** Why time is not logged or not approved. */
public enum Refusal {
    /** The day that was given has not come yet. */
    IN_THE_FUTURE,
    /** With what is logged already, the day would have more minutes than a day has. */
    MORE_THAN_A_DAY,
    /** The volunteer has no such match, or it did not go on on that day. */
    NOT_IN_THIS_MATCH,
    /** Nobody approves what they logged. */
    OWN_HOURS,
    /** It was approved before. */
    ALREADY_APPROVED
}
