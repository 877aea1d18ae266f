package org.communitysolutions.risk.segments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.rules.Band;

/**
 * A household that a query finds and somebody works with.
 *
 * @param score 0 to 1,000
 * @param factors their codes
 * @param openWork the kinds of work that are open with it
 */
public record FoundHousehold(
        UUID household,
        Optional<String> ward,
        Optional<String> tenure,
        Optional<Integer> adults,
        Optional<Integer> children,
        int score,
        Band band,
        List<String> factors,
        List<String> openWork) {}
