package org.communitysolutions.risk.segments;

import java.util.Optional;
import org.communitysolutions.risk.rules.Band;

/**
 * Households that are alike in what counts are shared out by.
 *
 * @param known whether somebody works with them already
 * @param ward empty where nobody told
 * @param households how many there are
 */
public record Group(boolean known, Optional<String> ward, Band band, Kind kind, long households) {

    /**
     * What kind of household it is: how it holds its home, and whether children live there.
     *
     * @param tenure {@code private-rent}, or {@code unknown}
     */
    public record Kind(String tenure, Children children) {}

    /** Whether people under 18 live there. */
    public enum Children {
        WITH_CHILDREN,
        WITHOUT_CHILDREN,
        UNKNOWN
    }
}
