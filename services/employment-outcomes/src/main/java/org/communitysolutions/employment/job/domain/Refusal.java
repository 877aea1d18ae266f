package org.communitysolutions.employment.job.domain;

/** Why a job is not started or lost, or its weeks are not claimed. */
public enum Refusal {
    /** The day that was given has not come yet. */
    IN_THE_FUTURE,
    /** Work from before the support began is no outcome of it. */
    BEFORE_ENROLMENT,
    /** Self-employment counts with earnings that are proven. */
    EARNINGS_NOT_PROVEN,
    /** The same employer from the same day on. */
    ALREADY_STARTED,
    /** The first day without a job comes after its first day. */
    BEFORE_START,
    /** It was lost before. */
    ALREADY_LOST,
    /** Weeks were claimed that would not have been reached if the job had been lost then. */
    WEEKS_CLAIMED_BEYOND,
    /** Nothing was agreed that held on that day. */
    NO_ALLOWANCE_THEN,
    /** The days in work, with the gaps that are allowed, do not make the weeks yet. */
    WEEKS_NOT_REACHED,
    /** These weeks of work were claimed before. */
    ALREADY_CLAIMED
}
