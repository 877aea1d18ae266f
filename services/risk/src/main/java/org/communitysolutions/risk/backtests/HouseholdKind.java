package org.communitysolutions.risk.backtests;

import java.util.Comparator;
import org.communitysolutions.risk.rules.HouseholdFacts;

/**
 * What kind of household it is: how it holds its home, and whether children live there.
 *
 * @param tenure {@code private-rent}, or {@code unknown}
 */
public record HouseholdKind(String tenure, Children children) implements Comparable<HouseholdKind> {

    /** What stands for what nobody told. */
    static final String UNKNOWN = "unknown";

    private static final Comparator<HouseholdKind> ORDER =
            Comparator.comparing(HouseholdKind::tenure).thenComparing(HouseholdKind::children);

    /** Whether people under 18 live there. */
    public enum Children {
        WITH_CHILDREN,
        WITHOUT_CHILDREN,
        UNKNOWN
    }

    static HouseholdKind of(HouseholdFacts facts) {
        Children children = facts.children().isEmpty()
                ? Children.UNKNOWN
                : facts.children().getAsLong() > 0 ? Children.WITH_CHILDREN : Children.WITHOUT_CHILDREN;
        return new HouseholdKind(facts.tenure().orElse(UNKNOWN), children);
    }

    @Override
    public int compareTo(HouseholdKind other) {
        return ORDER.compare(this, other);
    }
}
