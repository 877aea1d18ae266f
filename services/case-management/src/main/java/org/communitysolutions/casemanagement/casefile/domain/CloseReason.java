package org.communitysolutions.casemanagement.casefile.domain;

/** Why work on a case ended. */
public enum CloseReason {
    NEEDS_MET,
    /** Less help is enough. */
    STEPPED_DOWN,
    /** Others with more to offer took over. */
    STEPPED_UP,
    DECLINED,
    CONTACT_LOST,
    MOVED_AWAY,
    OPENED_IN_ERROR
}
