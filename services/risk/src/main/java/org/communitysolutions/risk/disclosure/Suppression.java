package org.communitysolutions.risk.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communitysolutions.risk.disclosure.SmallNumbers.Sum;

/** Works out which counts of one answer are not shown. */
final class Suppression<C> {

    private final SmallNumbers rule;
    private final Map<C, Long> counts;
    private final Collection<Sum<C>> sums;

    Suppression(SmallNumbers rule, Map<C, Long> counts, Collection<Sum<C>> sums) {
        this.rule = rule;
        this.counts = counts;
        this.sums = sums;
    }

    Set<C> hidden() {
        Set<C> hidden = new HashSet<>();
        counts.forEach((cell, count) -> {
            if (rule.isSmall(count)) {
                hidden.add(cell);
            }
        });
        cover(hidden);
        for (Optional<C> told = told(hidden); told.isPresent(); told = told(hidden)) {
            List<C> shown = shown(hidden);
            if (shown.isEmpty()) {
                return Set.copyOf(counts.keySet());
            }
            hidden.addAll(enough(shown, told.get(), hidden));
        }
        return hidden;
    }

    /** Those that are shown and not nil, the smallest first. */
    private List<C> shown(Set<C> hidden) {
        return counts.keySet().stream()
                .filter(cell -> counts.get(cell) > 0 && !hidden.contains(cell))
                .sorted(Comparator.comparing(counts::get))
                .toList();
    }

    /** What is hidden with the smallest figure without which that cell is no longer told; or with the smallest of all. */
    private Set<C> enough(List<C> shown, C told, Set<C> hidden) {
        for (C cell : shown) {
            Set<C> more = with(cell, hidden);
            if (!new CountBounds<>(rule, counts, sums, more).tell(told)) {
                return more;
            }
        }
        return with(shown.getFirst(), hidden);
    }

    private Set<C> with(C cell, Set<C> hidden) {
        Set<C> more = new HashSet<>(hidden);
        more.add(cell);
        cover(more);
        return more;
    }

    /** A small count of which what is shown leaves one value only. */
    private Optional<C> told(Set<C> hidden) {
        CountBounds<C> bounds = new CountBounds<>(rule, counts, sums, hidden);
        return counts.keySet().stream()
                .filter(cell -> rule.isSmall(counts.get(cell)) && bounds.tell(cell))
                .findFirst();
    }

    private void cover(Set<C> hidden) {
        boolean more = true;
        while (more) {
            more = false;
            for (Sum<C> sum : sums) {
                more |= cover(sum, hidden);
            }
        }
    }

    /** Hides the smallest shown figure of the sum beside the one that is hidden; nil tells nothing and stays. */
    private boolean cover(Sum<C> sum, Set<C> hidden) {
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
}
