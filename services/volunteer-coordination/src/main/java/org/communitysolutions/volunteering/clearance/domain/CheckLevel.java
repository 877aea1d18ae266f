package org.communitysolutions.volunteering.clearance.domain;

/** Levels of the check on a criminal record; the barred lists are those of the Disclosure and Barring Service. */
public enum CheckLevel {
    /** Anybody may be asked for it. */
    BASIC(0, false, false),
    STANDARD(1, false, false),
    ENHANCED(2, false, false),
    ENHANCED_CHILD_BARRED_LIST(2, true, false),
    ENHANCED_ADULT_BARRED_LIST(2, false, true),
    ENHANCED_BOTH_BARRED_LISTS(2, true, true);

    private final int depth;
    private final boolean childList;
    private final boolean adultList;

    CheckLevel(int depth, boolean childList, boolean adultList) {
        this.depth = depth;
        this.childList = childList;
        this.adultList = adultList;
    }

    /** Whether it tells all that the other one does: one barred list says nothing about the other. */
    public boolean covers(CheckLevel other) {
        return depth >= other.depth && (childList || !other.childList) && (adultList || !other.adultList);
    }

    /** Whether it is made for work with certain people, which a basic check is not. */
    public boolean namesWorkforce() {
        return this != BASIC;
    }

    /** Whether a check for that workforce can be of this level: a barred list is of those whom it protects. */
    boolean suits(Workforce workforce) {
        return (!childList || workforce.covers(Workforce.CHILD)) && (!adultList || workforce.covers(Workforce.ADULT));
    }
}
