package org.communitysolutions.risk.backtests.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.backtests.Backtest;
import org.communitysolutions.risk.backtests.BacktestOrder;
import org.communitysolutions.risk.backtests.BacktestResult;
import org.communitysolutions.risk.backtests.BacktestState;
import org.communitysolutions.risk.backtests.ReadBacktests;
import org.communitysolutions.risk.disclosure.Figure;

/**
 * A backtest.
 *
 * @param requestedBy the subject of who asked
 * @param scope whether restricted events and rules count
 * @param liveEdition the version of the rules that were live when it was asked for
 * @param asOf how far time had come then, but no further than the period: what only time brings about counts up to it
 * @param outcomesEdition the edition of what an outcome is
 * @param households how many there are to try; left out before it runs
 * @param done how many of them were tried
 * @param failure interrupted: each instance that took it up went down; fault: the service failed at it
 * @param result once it is finished
 */
record BacktestView(
        UUID id,
        String requestedBy,
        Instant requestedAt,
        String edition,
        String liveEdition,
        LocalDate from,
        LocalDate to,
        Instant asOf,
        Scope scope,
        List<String> outcomes,
        String outcomesEdition,
        State state,
        Optional<Instant> startedAt,
        Optional<Integer> households,
        Optional<Integer> done,
        Optional<Instant> endedAt,
        Optional<BacktestState.Reason> failure,
        Optional<Result> result) {

    /** What it rests on. */
    enum Scope {
        STANDARD_ONLY,
        WITH_RESTRICTED
    }

    /** Where it stands. */
    enum State {
        QUEUED,
        RUNNING,
        FINISHED,
        CANCELLED,
        FAILED
    }

    /** What it came to; small numbers are suppressed and others rounded for those who may not see lists of households. */
    record Result(
            BacktestResult.Group<Figure> all,
            List<BacktestResult.InWard<Figure>> byWard,
            List<BacktestResult.OfKind<Figure>> byHouseholdKind,
            List<Team> teams,
            List<BacktestResult.AskedByRule<Figure>> rules,
            BacktestResult.Overlap<Figure> overlap) {

        static Result of(BacktestResult<Figure> result) {
            return new Result(
                    result.all(),
                    result.byWard(),
                    result.byHouseholdKind(),
                    result.teams().stream().map(Team::of).toList(),
                    result.rules(),
                    result.overlap());
        }
    }

    /**
     * What a team would have been asked for.
     *
     * @param withdrawn those of the tasks that the rules would have taken back later
     * @param capacity how many tasks a week it can take on
     * @param weeksOver weeks with more tasks than that, by the figures that are shown
     */
    record Team(
            String team,
            Figure tasks,
            Figure withdrawn,
            int capacity,
            long weeksOver,
            List<BacktestResult.Week<Figure>> weeks) {

        static Team of(BacktestResult.TeamLoad<Figure> load) {
            long over = load.weeks().stream()
                    .filter(week -> week.tasks().count().orElse(0L) > load.capacity())
                    .count();
            return new Team(load.team(), load.tasks(), load.withdrawn(), load.capacity(), over, load.weeks());
        }
    }

    static BacktestView of(ReadBacktests.Shown shown) {
        return of(shown.backtest(), shown.result().map(Result::of));
    }

    static BacktestView of(Backtest backtest) {
        return of(backtest, Optional.empty());
    }

    private static BacktestView of(Backtest backtest, Optional<Result> result) {
        Progress progress = Progress.of(backtest.state());
        BacktestOrder order = backtest.order();
        return new BacktestView(
                backtest.id(),
                backtest.requestedBy(),
                backtest.requestedAt(),
                order.edition(),
                order.live(),
                order.period().from(),
                order.period().to(),
                order.horizon(),
                backtest.restricted() ? Scope.WITH_RESTRICTED : Scope.STANDARD_ONLY,
                order.outcomes(),
                order.outcomesEdition(),
                progress.state(),
                progress.running().map(BacktestState.Running::since),
                progress.running().map(BacktestState.Running::households),
                progress.running().map(BacktestState.Running::done),
                progress.endedAt(),
                progress.failure(),
                result);
    }

    /** What its state says. */
    private record Progress(
            State state,
            Optional<BacktestState.Running> running,
            Optional<Instant> endedAt,
            Optional<BacktestState.Reason> failure) {

        static Progress of(BacktestState state) {
            return switch (state) {
                case BacktestState.Queued queued ->
                    new Progress(State.QUEUED, Optional.empty(), Optional.empty(), Optional.empty());
                case BacktestState.Running running ->
                    new Progress(State.RUNNING, Optional.of(running), Optional.empty(), Optional.empty());
                case BacktestState.Finished finished -> ended(State.FINISHED, finished.at());
                case BacktestState.Cancelled cancelled -> ended(State.CANCELLED, cancelled.at());
                case BacktestState.Failed failed ->
                    new Progress(
                            State.FAILED, Optional.empty(), Optional.of(failed.at()), Optional.of(failed.reason()));
            };
        }

        private static Progress ended(State state, Instant at) {
            return new Progress(state, Optional.empty(), Optional.of(at), Optional.empty());
        }
    }
}
