package org.communitysolutions.volunteering.clearance.domain;

/** Why a role is not defined, or a check is not asked for or decided. */
public enum Refusal {
    /** The day that was given has not come yet. */
    IN_THE_FUTURE,
    /** A role cannot require a check that it may not ask for. */
    REQUIRES_MORE_THAN_ELIGIBLE,
    /** A basic check names no workforce, all others do, and a barred list is of those whom it protects. */
    WORKFORCE_AND_LEVEL_DISAGREE,
    /** There is a role of that code. */
    ROLE_ALREADY_DEFINED,
    /** There is no role of that code. */
    NO_SUCH_ROLE,
    /** To ask for more than a role is eligible for is an offence. */
    MORE_THAN_ELIGIBLE,
    /** What came back is older than the asking. */
    BEFORE_ASKED,
    /** It was decided before. */
    ALREADY_DECIDED
}
