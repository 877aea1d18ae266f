package org.communitysolutions.intake.contact.domain;

/** Where a contact goes. */
public enum Route {
    /** Nowhere: it was settled there and then. */
    RESOLVED,
    UNIVERSAL,
    TARGETED,
    STATUTORY
}
