package org.communitysolutions.homelessness.duty.domain;

/** A duty that the council can owe a household that has lost or may lose its home. */
public enum DutyKind {
    /** To help it keep its home or find another (Housing Act 1996, s195). */
    PREVENTION,
    /** To help it find a home, once it has none (Housing Act 1996, s189B). */
    RELIEF
}
