package org.communitysolutions.local.history;

import java.util.UUID;
import org.communitysolutions.local.borough.Tenure;

/**
 * An invented household, in the borough's terms.
 *
 * @param id random: nothing follows from it
 * @param ward NB-01 to NB-17
 */
record Household(UUID id, String ward, Tenure tenure, int adults, int children) {

    private static final String[] WARDS = {
        "NB-01", "NB-02", "NB-03", "NB-04", "NB-05", "NB-06", "NB-07", "NB-08", "NB-09", "NB-10", "NB-11", "NB-12",
        "NB-13", "NB-14", "NB-15", "NB-16", "NB-17"
    };

    /** Shares are those of the borough; a household with the combination rents privately by definition. */
    static Household drawn(Draw draw, LifeCourse course) {
        String ward = draw.oneOf(WARDS);
        Tenure tenure = Tenure.at(draw.point());
        int adults = draw.between(1, 3);
        int children = Math.max(0, draw.between(-2, 3));
        return new Household(draw.id(), ward, course.rentsPrivately() ? Tenure.PRIVATE_RENT : tenure, adults, children);
    }

    /** Whether the council or a housing association is its landlord, which tells of arrears. */
    boolean hasSocialLandlord() {
        return tenure == Tenure.COUNCIL_RENT || tenure == Tenure.HOUSING_ASSOCIATION;
    }
}
