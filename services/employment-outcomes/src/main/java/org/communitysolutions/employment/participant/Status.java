package org.communitysolutions.employment.participant;

/** A participant's position when support began. */
public enum Status {
    /** Without work, seeking it and free to begin. */
    UNEMPLOYED,
    /** Neither in work nor both seeking it (within four weeks) and free to begin (within two). */
    INACTIVE,
    LOW_PAID
}
