package org.communitysolutions.risk.disclosure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What may be shown of counts of households to those who may not see which households they are: small counts are
 * suppressed, nil is shown, all others are rounded. This is how NHS Digital publishes Hospital Episode Statistics below
 * national level ("Disclosure control methodology for Hospital Episode Statistics and Emergency Care Data Set", from
 * September 2018: 1 to 7 suppressed, others to the nearest 5).
 *
 * <p>Each figure, a total too, is rounded by itself from the exact count. In a sum of which exactly one figure is
 * suppressed the next smallest is suppressed as well, so that none can be had by taking the others from the total; and
 * where the bounds of all that is shown leave a small count only one value, more is suppressed until they do not.
 *
 * @param most the largest count that is suppressed, 1 or more
 * @param roundTo the multiple that others are rounded to, 2 or more and at most twice {@code most}, so that none is rounded
 *     to nil
 */
public record SmallNumbers(int most, int roundTo) {

    public SmallNumbers {
        if (most < 1 || roundTo < 2 || roundTo > 2 * most) {
            throw new IllegalArgumentException(
                    "Suppressed up to %d and rounded to %d: expected 1 or more, and 2 to twice that"
                            .formatted(most, roundTo));
        }
    }

    /** A figure and those that come to it together. */
    public record Sum<C>(C total, Collection<C> parts) {}

    /** A total and its parts. */
    public record Breakdown<K>(Figure total, Map<K, Figure> parts) {}

    /** One count that is part of no sum that is shown. */
    public Figure of(long count) {
        return isSmall(count) ? Figure.SUPPRESSED : rounded(count);
    }

    /** Counts that share out a total which is shown beside them. */
    public <K> Breakdown<K> breakdown(Map<K, Long> parts) {
        Map<Optional<K>, Long> counts = new LinkedHashMap<>();
        parts.forEach((part, count) -> counts.put(Optional.of(part), count));
        Sum<Optional<K>> sum = new Sum<>(Optional.empty(), List.copyOf(counts.keySet()));
        counts.put(
                Optional.empty(),
                parts.values().stream().mapToLong(Long::longValue).sum());
        Map<Optional<K>, Figure> shown = together(counts, List.of(sum));
        Figure total = shown.remove(Optional.<K>empty());
        Map<K, Figure> figures = new LinkedHashMap<>();
        shown.forEach((part, figure) -> figures.put(part.orElseThrow(), figure));
        return new Breakdown<>(total, figures);
    }

    /**
     * All counts of one answer together, in their order.
     *
     * @param sums how the counts add up, in every way that a reader can know
     * @throws IllegalArgumentException if a sum does not come to its total
     */
    public <C> Map<C, Figure> together(Map<C, Long> counts, Collection<Sum<C>> sums) {
        sums.forEach(sum -> check(sum, counts));
        Set<C> hidden = new Suppression<>(this, counts, sums).hidden();
        Map<C, Figure> shown = new LinkedHashMap<>();
        counts.forEach((cell, count) -> shown.put(cell, hidden.contains(cell) ? Figure.SUPPRESSED : rounded(count)));
        return shown;
    }

    private static <C> void check(Sum<C> sum, Map<C, Long> counts) {
        long parts = sum.parts().stream().mapToLong(counts::get).sum();
        if (parts != counts.get(sum.total())) {
            throw new IllegalArgumentException("The parts of %s do not come to it".formatted(sum.total()));
        }
    }

    boolean isSmall(long count) {
        return count > 0 && count <= most;
    }

    private Figure rounded(long count) {
        return new Figure(Optional.of(nearest(count)), Figure.Precision.ROUNDED);
    }

    private long nearest(long count) {
        return Math.floorDiv(count + roundTo / 2, roundTo) * roundTo;
    }

    /** The least count that is shown as that one is. */
    long least(long count) {
        return count == 0 ? 0 : Math.max(most + 1L, nearest(count) - roundTo / 2);
    }

    /** The greatest count that is shown as that one is. */
    long greatest(long count) {
        return count == 0 ? 0 : nearest(count) + (roundTo - 1) / 2;
    }
}
