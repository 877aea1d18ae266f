package org.communitysolutions.intake.household;

/** How a household holds its home. */
public enum Tenure {
    PRIVATE_RENT,
    COUNCIL_RENT,
    HOUSING_ASSOCIATION,
    OWNER,
    TEMPORARY,
    /** It has no home. */
    NONE
}
