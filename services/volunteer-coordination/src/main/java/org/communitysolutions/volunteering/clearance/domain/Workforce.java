package org.communitysolutions.volunteering.clearance.domain;

/** Whom a role works with, as a standard or enhanced check names it. */
public enum Workforce {
    CHILD,
    ADULT,
    CHILD_AND_ADULT,
    OTHER;

    /** Whether a check for this one tells what a check for the other would. */
    public boolean covers(Workforce other) {
        return this == other || (this == CHILD_AND_ADULT && (other == CHILD || other == ADULT));
    }
}
