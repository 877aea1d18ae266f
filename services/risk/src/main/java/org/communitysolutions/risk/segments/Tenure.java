package org.communitysolutions.risk.segments;

/** How a household holds its home, as intake tells it. */
public enum Tenure {
    PRIVATE_RENT,
    COUNCIL_RENT,
    HOUSING_ASSOCIATION,
    OWNER,
    TEMPORARY,
    NONE
}
