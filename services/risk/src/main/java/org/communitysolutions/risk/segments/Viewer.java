package org.communitysolutions.risk.segments;

import java.util.Set;
import java.util.stream.Collectors;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Rulebook;
import org.communitysolutions.shared.transactions.Caller;

/**
 * Through whose eyes households are looked at.
 *
 * @param clearance whether restricted rows count; then each household counts by the row that has all of it
 */
public record Viewer(Clearance clearance) {

    private static final String SEES_RESTRICTED = "domestic-abuse-specialist";

    public static Viewer of(Caller caller) {
        return cleared(caller.has(SEES_RESTRICTED));
    }

    public static Viewer cleared(boolean restricted) {
        return new Viewer(restricted ? Clearance.RESTRICTED : Clearance.STANDARD);
    }

    /** The factors that this viewer may know of. */
    Set<String> factors(Rulebook book) {
        return book.factors().stream()
                .filter(factor ->
                        clearance.isRestricted() || !factor.clearance().isRestricted())
                .map(factor -> factor.code())
                .collect(Collectors.toUnmodifiableSet());
    }
}
