package org.communitysolutions.volunteering.match.domain;

/** Why a volunteer and a household part. */
public enum EndReason {
    GOAL_REACHED,
    HOUSEHOLD_ASKED,
    VOLUNTEER_ASKED,
    MOVED_AWAY,
    CLEARANCE_LOST,
    OTHER
}
