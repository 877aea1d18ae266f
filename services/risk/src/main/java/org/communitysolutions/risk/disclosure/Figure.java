package org.communitysolutions.risk.disclosure;

import java.util.Optional;

/**
 * What is shown of a count.
 *
 * @param count left out where it is suppressed
 */
public record Figure(Optional<Long> count, Precision precision) {

    /** How far a figure can be relied on. */
    public enum Precision {
        /** As counted. */
        EXACT,
        /** To the nearest multiple that the configuration says. */
        ROUNDED,
        /** Small, or such that a small one could be worked out from it: not shown. Nil is shown. */
        SUPPRESSED
    }

    static final Figure SUPPRESSED = new Figure(Optional.empty(), Precision.SUPPRESSED);

    /** As it was kept for those who may not: empty if it was suppressed. */
    public static Figure kept(Optional<Long> rounded) {
        return rounded.isPresent() ? new Figure(rounded, Precision.ROUNDED) : SUPPRESSED;
    }

    /** For those who may see whom it counts. */
    public static Figure exact(long count) {
        return new Figure(Optional.of(count), Precision.EXACT);
    }
}
