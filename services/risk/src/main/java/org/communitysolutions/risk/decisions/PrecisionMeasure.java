package org.communitysolutions.risk.decisions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communitysolutions.risk.tasks.Outcome;

/**
 * Which ends of its tasks speak for a rule and which against it.
 *
 * @param right the household had the need
 * @param wrong it had not; an outcome in neither set says nothing of the rule
 * @param atLeast on how many tasks a precision has to rest before it is told, 1 or more
 * @param source where this is laid down
 */
public record PrecisionMeasure(
        LocalDate effectiveFrom, Set<Outcome> right, Set<Outcome> wrong, int atLeast, String source) {

    public PrecisionMeasure {
        if (!Collections.disjoint(right, wrong) || right.isEmpty() || atLeast < 1) {
            throw new IllegalArgumentException(
                    "A measure of precision needs outcomes that are right, none of them wrong too, and at least 1 task");
        }
        right = Set.copyOf(right);
        wrong = Set.copyOf(wrong);
    }

    /**
     * A rule's precision.
     *
     * @param value the share of right ends among those that are right or wrong, 0 to 1, to two decimals; empty if it
     *     would rest on too few
     * @param restsOn how many ends are right or wrong
     */
    public record Precision(Optional<BigDecimal> value, int restsOn) {}

    /** The outcomes that speak for a rule or against it. */
    Set<Outcome> speaking() {
        Set<Outcome> speaking = EnumSet.copyOf(right);
        speaking.addAll(wrong);
        return speaking;
    }

    /** The precision by how many tasks ended how. */
    public Precision of(Map<Outcome, Integer> ended) {
        int had = sum(ended, right);
        int restsOn = had + sum(ended, wrong);
        return new Precision(
                restsOn < atLeast
                        ? Optional.empty()
                        : Optional.of(
                                BigDecimal.valueOf(had).divide(BigDecimal.valueOf(restsOn), 2, RoundingMode.HALF_UP)),
                restsOn);
    }

    private static int sum(Map<Outcome, Integer> ended, Set<Outcome> outcomes) {
        return outcomes.stream()
                .mapToInt(outcome -> ended.getOrDefault(outcome, 0))
                .sum();
    }
}
