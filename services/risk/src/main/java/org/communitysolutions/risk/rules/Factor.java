package org.communitysolutions.risk.rules;

import java.util.List;
import java.util.OptionalInt;

/**
 * The declaration of something that raises or lowers a household's risk.
 *
 * @param code as events name it: {@code council-tax-arrears}
 * @param name in plain English
 * @param kind whether it raises risk or protects
 * @param clearance restricted if only a restricted evaluation may hold it
 * @param standsForDays how many days it stands without news; empty if until it is ended
 * @param begins what begins it or brings news of it
 * @param ends what ends it
 * @param points what it counts for in the score
 */
public record Factor(
        String code,
        String name,
        Kind kind,
        Clearance clearance,
        OptionalInt standsForDays,
        List<Signal> begins,
        List<Signal> ends,
        Points points) {

    /** Whether a factor raises risk or protects from it. */
    public enum Kind {
        RISK,
        PROTECTIVE
    }

    /**
     * What a factor counts for; of a protective one each number is negative or nil.
     *
     * @param present for being there
     * @param rising more while its trend is rising
     * @param byLevel more at a level, the highest level reached counts; ascending
     */
    public record Points(int present, int rising, List<LevelPoints> byLevel) {}

    /** Points from a level on. */
    public record LevelPoints(long from, int points) {}

    /** Its code: a household that is written out names it many times. */
    @Override
    public String toString() {
        return code;
    }
}
