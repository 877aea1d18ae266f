package org.communitysolutions.local.borough;

import java.util.Locale;

/** How a household holds its home, and how often in this borough. */
public enum Tenure {
    OWNER(0.46, 0.5),
    PRIVATE_RENT(0.24, 1.7),
    COUNCIL_RENT(0.20, 1.35),
    HOUSING_ASSOCIATION(0.10, 1.2);

    private final double share;
    private final double strain;

    Tenure(double share, double strain) {
        this.share = share;
        this.strain = strain;
    }

    /** How much likelier than others a household with this tenure is to be behind with its council tax. */
    double strain() {
        return strain;
    }

    /** For instance {@code private-rent}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The tenure at a point of the distribution.
     *
     * @param point 0 to 1
     */
    public static Tenure at(double point) {
        double upTo = 0;
        for (Tenure tenure : values()) {
            upTo += tenure.share;
            if (point < upTo) {
                return tenure;
            }
        }
        return HOUSING_ASSOCIATION;
    }
}
