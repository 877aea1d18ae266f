package org.communitysolutions.risk.backtests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.communitysolutions.risk.backtests.BacktestResult.Group;
import org.communitysolutions.risk.backtests.BacktestResult.InWard;
import org.communitysolutions.risk.backtests.BacktestResult.MetOutcome;
import org.communitysolutions.risk.backtests.BacktestResult.OfKind;
import org.communitysolutions.risk.backtests.BacktestResult.OutcomeCounts;
import org.communitysolutions.risk.backtests.BacktestResult.TeamLoad;
import org.communitysolutions.risk.backtests.BacktestResult.Week;
import org.communitysolutions.risk.disclosure.Figure;
import org.communitysolutions.risk.disclosure.SmallNumbers;
import org.communitysolutions.risk.disclosure.SmallNumbers.Sum;

/**
 * What may be shown of a result to those who may not see which households it counts. All its counts are suppressed and
 * rounded together, with all the ways in which they add up. Days of warning are left out where the households that they
 * are of are suppressed.
 */
final class ShownResult {

    /** A count in its place: two places that count the same are not the same. */
    private static final class Cell {}

    private final Map<Cell, Long> counts = new LinkedHashMap<>();
    private final List<Sum<Cell>> sums = new ArrayList<>();

    private ShownResult() {}

    static BacktestResult<Figure> of(BacktestResult<Long> exact, SmallNumbers rule) {
        ShownResult shown = new ShownResult();
        BacktestResult<Cell> cells = exact.map(shown::cell);
        shown.addUp(cells);
        Map<Cell, Figure> figures = rule.together(shown.counts, shown.sums);
        return withoutFewDays(cells.map(figures::get));
    }

    private Cell cell(long count) {
        Cell cell = new Cell();
        counts.put(cell, count);
        return cell;
    }

    private void addUp(BacktestResult<Cell> result) {
        List<Group<Cell>> wards = result.byWard().stream().map(InWard::counts).toList();
        List<Group<Cell>> kinds =
                result.byHouseholdKind().stream().map(OfKind::counts).toList();
        within(result.all());
        wards.forEach(this::within);
        kinds.forEach(this::within);
        across(result.all(), wards);
        across(result.all(), kinds);
        Cell tasks = result.all().tasks();
        sum(tasks, result.teams().stream().map(TeamLoad::tasks).toList());
        sum(
                tasks,
                result.rules().stream().map(BacktestResult.AskedByRule::tasks).toList());
        result.teams()
                .forEach(team ->
                        sum(team.tasks(), team.weeks().stream().map(Week::tasks).toList()));
        sum(
                tasks,
                List.of(
                        result.overlap().tasks().both(),
                        result.overlap().tasks().candidateOnly()));
        sum(
                result.all().reached(),
                List.of(
                        result.overlap().households().both(),
                        result.overlap().households().candidateOnly()));
    }

    private void within(Group<Cell> group) {
        sum(group.reached(), List.of(group.known(), group.unknown()));
        outcomes(group).forEach(outcome -> sum(outcome.met(), List.of(outcome.warned(), outcome.missed())));
    }

    private void across(Group<Cell> all, List<Group<Cell>> parts) {
        List<Function<Group<Cell>, Cell>> places =
                List.of(Group::households, Group::reached, Group::known, Group::unknown, Group::tasks);
        places.forEach(place -> sum(place.apply(all), parts.stream().map(place).toList()));
        List<Function<OutcomeCounts<Cell>, Cell>> ofOutcome = List.of(
                OutcomeCounts::met,
                OutcomeCounts::warned,
                OutcomeCounts::missed,
                OutcomeCounts::warnedAsRecorded,
                OutcomeCounts::warnedByLive);
        for (int i = 0; i < outcomes(all).size(); i++) {
            int outcome = i;
            ofOutcome.forEach(place -> sum(
                    place.apply(outcomes(all).get(outcome)),
                    parts.stream()
                            .map(part -> place.apply(outcomes(part).get(outcome)))
                            .toList()));
        }
    }

    private static <N> List<OutcomeCounts<N>> outcomes(Group<N> group) {
        List<OutcomeCounts<N>> all = new ArrayList<>();
        all.add(group.anyOutcome());
        group.outcomes().forEach(outcome -> all.add(outcome.counts()));
        return all;
    }

    private void sum(Cell total, List<Cell> parts) {
        if (!parts.isEmpty()) {
            sums.add(new Sum<>(total, parts));
        }
    }

    private static BacktestResult<Figure> withoutFewDays(BacktestResult<Figure> result) {
        return new BacktestResult<>(
                withoutFewDays(result.all()),
                result.byWard().stream()
                        .map(ward -> new InWard<>(ward.ward(), withoutFewDays(ward.counts())))
                        .toList(),
                result.byHouseholdKind().stream()
                        .map(kind -> new OfKind<>(kind.kind(), withoutFewDays(kind.counts())))
                        .toList(),
                result.teams(),
                result.rules(),
                result.overlap());
    }

    private static Group<Figure> withoutFewDays(Group<Figure> group) {
        return new Group<>(
                group.households(),
                group.reached(),
                group.known(),
                group.unknown(),
                group.tasks(),
                withoutFewDays(group.anyOutcome()),
                group.outcomes().stream()
                        .map(outcome -> new MetOutcome<>(outcome.outcome(), withoutFewDays(outcome.counts())))
                        .toList());
    }

    private static OutcomeCounts<Figure> withoutFewDays(OutcomeCounts<Figure> counts) {
        return counts.warned().precision() == Figure.Precision.SUPPRESSED ? counts.withoutDays() : counts;
    }
}
