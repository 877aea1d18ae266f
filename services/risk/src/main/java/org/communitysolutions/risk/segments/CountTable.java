package org.communitysolutions.risk.segments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.communitysolutions.risk.disclosure.Figure;
import org.communitysolutions.risk.disclosure.SmallNumbers;
import org.communitysolutions.risk.disclosure.SmallNumbers.Sum;

/** All numbers of one answer, and how they add up. */
final class CountTable {

    /** What stands for all households in place of a part of them. */
    private static final Object EVERYBODY = new Object();

    private enum Who {
        ALL,
        KNOWN,
        UNKNOWN
    }

    /** A number: of which part, a ward, a band or a kind, and of whom there. */
    private record Cell(Object part, Who who) {}

    private final Map<Cell, Long> cells = new LinkedHashMap<>();
    private final Set<Object> wards;
    private final Set<Object> bands;
    private final Set<Object> kinds;

    CountTable(List<Group> groups) {
        add(EVERYBODY, true, 0);
        shared(groups, group -> EVERYBODY);
        wards = shared(groups, Group::ward);
        bands = shared(groups, Group::band);
        kinds = shared(groups, Group::kind);
    }

    private Set<Object> shared(List<Group> groups, Function<Group, Object> by) {
        Set<Object> parts = new LinkedHashSet<>();
        for (Group group : groups) {
            parts.add(by.apply(group));
            add(by.apply(group), group.known(), group.households());
        }
        return parts;
    }

    private void add(Object part, boolean known, long households) {
        cells.merge(new Cell(part, Who.ALL), households, Long::sum);
        cells.merge(new Cell(part, Who.KNOWN), known ? households : 0, Long::sum);
        cells.merge(new Cell(part, Who.UNKNOWN), known ? 0 : households, Long::sum);
    }

    Map<Cell, Figure> show(LongFunction<Figure> as) {
        Map<Cell, Figure> shown = new LinkedHashMap<>();
        cells.forEach((cell, count) -> shown.put(cell, as.apply(count)));
        return shown;
    }

    /** Known and unknown come to all, of each part; the parts of each breakdown come to everybody. */
    Map<Cell, Figure> show(SmallNumbers rule) {
        List<Sum<Cell>> sums = new ArrayList<>();
        cells.keySet().stream()
                .map(Cell::part)
                .distinct()
                .forEach(part -> sums.add(new Sum<>(
                        new Cell(part, Who.ALL), List.of(new Cell(part, Who.KNOWN), new Cell(part, Who.UNKNOWN)))));
        for (Set<Object> parts : List.of(wards, bands, kinds)) {
            for (Who who : Who.values()) {
                sums.add(new Sum<>(
                        new Cell(EVERYBODY, who),
                        parts.stream().map(part -> new Cell(part, who)).toList()));
            }
        }
        return rule.together(cells, sums);
    }

    Counts counts(Instant asOf, Map<Cell, Figure> figures) {
        return new Counts(
                asOf,
                count(EVERYBODY, figures),
                counts(wards, figures),
                counts(bands, figures),
                counts(kinds, figures));
    }

    @SuppressWarnings("unchecked") // each set holds what one field of Group holds
    private static <K> Map<K, Count> counts(Set<Object> parts, Map<Cell, Figure> figures) {
        Map<K, Count> counts = new LinkedHashMap<>();
        parts.forEach(part -> counts.put((K) part, count(part, figures)));
        return counts;
    }

    private static Count count(Object part, Map<Cell, Figure> figures) {
        return new Count(
                figures.get(new Cell(part, Who.ALL)),
                figures.get(new Cell(part, Who.KNOWN)),
                figures.get(new Cell(part, Who.UNKNOWN)));
    }
}
