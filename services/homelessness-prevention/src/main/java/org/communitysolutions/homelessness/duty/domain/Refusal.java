package org.communitysolutions.homelessness.duty.domain;

/** Why a duty is not accepted or not ended. */
public enum Refusal {
    /** The day that was given has not come yet. */
    IN_THE_FUTURE,
    /** A duty cannot be accepted before the household asked. */
    BEFORE_APPROACH,
    /** The law did not know this duty on that day. */
    NO_SUCH_DUTY_THEN,
    /** Each duty is accepted at most once on an application. */
    ALREADY_ACCEPTED,
    /** Relief follows prevention: end the prevention duty first. */
    PREVENTION_STILL_OWED,
    /** Relief follows prevention, and never the other way round. */
    RELIEF_ALREADY_ACCEPTED,
    /** A duty cannot be accepted on a day on which the one before it was still owed. */
    EARLIER_DUTY_STILL_OWED_THEN,
    /** The household withdrew or is no longer eligible: another approach is a new application. */
    APPLICATION_CLOSED,
    /** Prevention is owed to those who are threatened with homelessness. */
    NOT_THREATENED,
    /** Relief is owed to those who are homeless already; what threatens them is no ground. */
    THREAT_IS_NO_GROUND,
    /** The duty cannot end for this reason. */
    REASON_NOT_FOR_THIS_DUTY,
    /** The written notice is older than the duty. */
    BEFORE_ACCEPTANCE,
    /** The duty's days have not passed. */
    PERIOD_STILL_RUNNING,
    /** It has ended already. */
    ALREADY_ENDED
}
