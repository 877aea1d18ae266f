package org.communitysolutions.risk.rules;

/**
 * Which events an evaluation rests on. The two never mix: what the standard one says is the same whether or not a
 * restricted event was ever received.
 */
public enum Clearance {
    /** Standard events, factors and rules only. */
    STANDARD,
    /** Restricted ones too; whatever it says is for those cleared for restricted events. */
    RESTRICTED;

    boolean covers(Clearance other) {
        return this == RESTRICTED || other == STANDARD;
    }

    public boolean isRestricted() {
        return this == RESTRICTED;
    }
}
