package org.communitysolutions.risk.disclosure;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.communitysolutions.risk.disclosure.SmallNumbers.Sum;

/**
 * What a reader can work out of counts: how rounding bounds each that is shown, and how the sums then bound the others.
 * A suppressed one is not nil; whether it is small, or suppressed beside a small one, does not show.
 */
final class CountBounds<C> {

    private static final long UNBOUNDED = 1L << 40;

    private final Map<C, Long> least = new HashMap<>();
    private final Map<C, Long> greatest = new HashMap<>();

    CountBounds(SmallNumbers rule, Map<C, Long> counts, Collection<Sum<C>> sums, Set<C> hidden) {
        counts.forEach((cell, count) -> {
            if (!hidden.contains(cell)) {
                least.put(cell, rule.least(count));
                greatest.put(cell, rule.greatest(count));
            } else {
                least.put(cell, 1L);
                greatest.put(cell, UNBOUNDED);
            }
        });
        boolean closer = true;
        while (closer) {
            closer = false;
            for (Sum<C> sum : sums) {
                closer |= apply(sum);
            }
        }
    }

    /** Whether only one value is left for the count. */
    boolean tell(C cell) {
        return least.get(cell).equals(greatest.get(cell));
    }

    private boolean apply(Sum<C> sum) {
        long fewest = sum.parts().stream().mapToLong(least::get).sum();
        long most = sum.parts().stream().mapToLong(greatest::get).sum();
        boolean closer = narrow(sum.total(), fewest, most);
        for (C part : sum.parts()) {
            long others = fewest - least.get(part);
            long othersMost = most - greatest.get(part);
            closer |= narrow(part, least.get(sum.total()) - othersMost, greatest.get(sum.total()) - others);
            fewest = others + least.get(part);
            most = othersMost + greatest.get(part);
        }
        return closer;
    }

    private boolean narrow(C cell, long from, long to) {
        boolean closer = from > least.get(cell) || to < greatest.get(cell);
        least.merge(cell, from, Math::max);
        greatest.merge(cell, to, Math::min);
        return closer;
    }
}
