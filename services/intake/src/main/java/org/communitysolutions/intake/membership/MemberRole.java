package org.communitysolutions.intake.membership;

/** A person's part in a household. */
public enum MemberRole {
    /** Liable for its council tax (Local Government Finance Act 1992 s6). */
    LIABLE_PERSON,
    PARTNER,
    ADULT,
    CHILD
}
