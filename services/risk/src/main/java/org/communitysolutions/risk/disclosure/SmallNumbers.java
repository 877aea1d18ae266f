package org.communitysolutions.risk.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
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
 * suppressed the next smallest is suppressed as well, so that none can be had by taking the others from the total.
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
        Set<C> hidden = new HashSet<>();
        counts.forEach((cell, count) -> {
            if (isSmall(count)) {
                hidden.add(cell);
            }
        });
        boolean more = true;
        while (more) {
            more = false;
            for (Sum<C> sum : sums) {
                more |= cover(sum, counts, hidden);
            }
        }
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

    /** Suppresses the smallest shown figure of the sum beside the one that is suppressed; nil tells nothing and stays. */
    private static <C> boolean cover(Sum<C> sum, Map<C, Long> counts, Set<C> hidden) {
        List<C> cells = new ArrayList<>(sum.parts());
        cells.add(sum.total());
        if (cells.stream().filter(hidden::contains).count() != 1) {
            return false;
        }
        Optional<C> next = cells.stream()
                .filter(cell -> counts.get(cell) > 0 && !hidden.contains(cell))
                .min(Comparator.comparing(counts::get));
        next.ifPresent(hidden::add);
        return next.isPresent();
    }

    private boolean isSmall(long count) {
        return count > 0 && count <= most;
    }

    private Figure rounded(long count) {
        long nearest = Math.floorDiv(count + roundTo / 2, roundTo) * roundTo;
        return new Figure(Optional.of(nearest), Figure.Precision.ROUNDED);
    }
}
