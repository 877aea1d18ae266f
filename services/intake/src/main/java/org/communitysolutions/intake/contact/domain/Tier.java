package org.communitysolutions.intake.contact.domain;

/** How much help is called for. */
public enum Tier {
    SELF_SUFFICIENT,
    /** At risk of tipping over. */
    AT_RISK,
    MULTIPLE_NEEDS
}
