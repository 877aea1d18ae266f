package org.communitysolutions.risk.editions.api;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.communitysolutions.risk.disclosure.Figure;
import org.communitysolutions.risk.disclosure.SmallNumbers;
import org.communitysolutions.risk.editions.ShadowCounts;

/**
 * What an edition would have asked for while it was last in shadow.
 *
 * @param from how far the time of events had come when it began
 * @param until how far it had come when it ended
 */
record ShadowView(
        String version,
        Instant beganAt,
        Instant from,
        Optional<Instant> endedAt,
        Optional<Instant> until,
        List<Line> rules) {

    /**
     * The tasks of one rule for one team.
     *
     * @param atBeginning those from before that stood as it began
     * @param since those that it would have asked for in its time
     * @param onlyLive those that the live edition asked for in its time, and this one would not have
     */
    record Line(String rule, String team, Asked atBeginning, Asked since, Figure onlyLive) {}

    /** So many tasks in all; those of them that the live edition asked for too; those that it did not ask for. */
    record Asked(Figure all, Figure alsoLive, Figure onlyShadow) {}

    /** The counts of a line. */
    private enum Cell {
        BEFORE,
        BEFORE_LIVE,
        BEFORE_ONLY,
        SINCE,
        SINCE_LIVE,
        SINCE_ONLY,
        ONLY_LIVE
    }

    private static final List<SmallNumbers.Sum<Cell>> SUMS = List.of(
            new SmallNumbers.Sum<>(Cell.BEFORE, List.of(Cell.BEFORE_LIVE, Cell.BEFORE_ONLY)),
            new SmallNumbers.Sum<>(Cell.SINCE, List.of(Cell.SINCE_LIVE, Cell.SINCE_ONLY)));

    /** For those who may see the households that are counted. */
    static ShadowView exact(ShadowCounts counts) {
        return of(counts, cells -> {
            Map<Cell, Figure> figures = new EnumMap<>(Cell.class);
            cells.forEach((cell, count) -> figures.put(cell, Figure.exact(count)));
            return figures;
        });
    }

    /** For all others. */
    static ShadowView suppressed(ShadowCounts counts, SmallNumbers small) {
        return of(counts, cells -> small.together(cells, SUMS));
    }

    private static ShadowView of(ShadowCounts counts, Function<Map<Cell, Long>, Map<Cell, Figure>> shown) {
        return new ShadowView(
                counts.version(),
                counts.beganAt(),
                counts.from(),
                counts.endedAt(),
                counts.until(),
                counts.lines().stream()
                        .map(line -> line(line, shown.apply(cells(line))))
                        .toList());
    }

    private static Map<Cell, Long> cells(ShadowCounts.Line line) {
        ShadowCounts.Both before = line.atBeginning();
        ShadowCounts.Both since = line.since();
        Map<Cell, Long> cells = new EnumMap<>(Cell.class);
        cells.put(Cell.BEFORE, before.live() + before.only());
        cells.put(Cell.BEFORE_LIVE, before.live());
        cells.put(Cell.BEFORE_ONLY, before.only());
        cells.put(Cell.SINCE, since.live() + since.only());
        cells.put(Cell.SINCE_LIVE, since.live());
        cells.put(Cell.SINCE_ONLY, since.only());
        cells.put(Cell.ONLY_LIVE, line.onlyLive());
        return cells;
    }

    private static Line line(ShadowCounts.Line line, Map<Cell, Figure> figures) {
        return new Line(
                line.rule(),
                line.team(),
                new Asked(figures.get(Cell.BEFORE), figures.get(Cell.BEFORE_LIVE), figures.get(Cell.BEFORE_ONLY)),
                new Asked(figures.get(Cell.SINCE), figures.get(Cell.SINCE_LIVE), figures.get(Cell.SINCE_ONLY)),
                figures.get(Cell.ONLY_LIVE));
    }
}
