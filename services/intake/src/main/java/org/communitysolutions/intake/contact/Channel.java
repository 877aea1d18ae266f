package org.communitysolutions.intake.contact;

/** How a contact came about. */
public enum Channel {
    PHONE,
    IN_PERSON,
    ONLINE,
    EMAIL,
    /** The council reached out. */
    OUTREACH,
    /** A partner agency brought the person. */
    PARTNER
}
