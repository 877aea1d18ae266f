package org.communitysolutions.risk.backtests;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a backtest came to. A household counts once, by what it was at the end of the period; one counts if anything had
 * happened to it by then.
 *
 * @param all the whole borough
 * @param byWard by ward, {@code unknown} where nobody told
 * @param teams the tasks of each team by week, teams without any too
 * @param rules what each candidate rule asked for, in the file's order
 * @param <N> a count: exact as it is kept, and as far as the viewer may see it where it is shown
 */
public record BacktestResult<N>(
        Group<N> all,
        List<InWard<N>> byWard,
        List<OfKind<N>> byHouseholdKind,
        List<TeamLoad<N>> teams,
        List<AskedByRule<N>> rules,
        Overlap<N> overlap) {

    /**
     * Households that are counted together.
     *
     * @param households all of them
     * @param reached those that the candidate rules would have asked a task for
     * @param known those of them with whom somebody was working when the first task was asked for
     * @param unknown those of them with whom nobody was
     * @param tasks the tasks
     * @param anyOutcome the first outcome of whatever kind
     */
    public record Group<N>(
            N households,
            N reached,
            N known,
            N unknown,
            N tasks,
            OutcomeCounts<N> anyOutcome,
            List<MetOutcome<N>> outcomes) {

        <M> Group<M> map(Function<N, M> as) {
            return new Group<>(
                    as.apply(households),
                    as.apply(reached),
                    as.apply(known),
                    as.apply(unknown),
                    as.apply(tasks),
                    anyOutcome.map(as),
                    outcomes.stream().map(outcome -> outcome.map(as)).toList());
        }
    }

    /** The counts of one outcome. */
    public record MetOutcome<N>(String outcome, OutcomeCounts<N> counts) {

        <M> MetOutcome<M> map(Function<N, M> as) {
            return new MetOutcome<>(outcome, counts.map(as));
        }
    }

    /**
     * Households that met an outcome in the period.
     *
     * @param warned those for which the candidate rules had asked a task before
     * @param missed those for which they had not
     * @param warnedAsRecorded those warned also if an event is taken to be known only once it was written down
     * @param warnedByLive those for which the live rules had asked a task before
     * @param daysOfWarning from the first task to the outcome, over those warned; left out if there are none
     */
    public record OutcomeCounts<N>(
            N met, N warned, N missed, N warnedAsRecorded, N warnedByLive, Optional<Quartiles> daysOfWarning) {

        <M> OutcomeCounts<M> map(Function<N, M> as) {
            return new OutcomeCounts<>(
                    as.apply(met),
                    as.apply(warned),
                    as.apply(missed),
                    as.apply(warnedAsRecorded),
                    as.apply(warnedByLive),
                    daysOfWarning);
        }

        OutcomeCounts<N> withoutDays() {
            return new OutcomeCounts<>(met, warned, missed, warnedAsRecorded, warnedByLive, Optional.empty());
        }
    }

    /** A quarter, half and three quarters of the households had so many days or fewer. */
    public record Quartiles(int lower, int median, int upper) {}

    public record InWard<N>(String ward, Group<N> counts) {}

    public record OfKind<N>(HouseholdKind kind, Group<N> counts) {}

    /**
     * What a team would have been asked for.
     *
     * @param withdrawn those of the tasks that the rules would have taken back later
     * @param capacity how many tasks a week it can take on
     */
    public record TeamLoad<N>(String team, N tasks, N withdrawn, int capacity, List<Week<N>> weeks) {

        <M> TeamLoad<M> map(Function<N, M> as) {
            return new TeamLoad<>(
                    team,
                    as.apply(tasks),
                    as.apply(withdrawn),
                    capacity,
                    weeks.stream()
                            .map(week -> new Week<>(week.monday(), as.apply(week.tasks())))
                            .toList());
        }
    }

    /** The tasks of one week, Monday to Sunday, as far as it lies in the period. */
    public record Week<N>(LocalDate monday, N tasks) {}

    /** What one rule would have asked for, and for how many households. */
    public record AskedByRule<N>(String rule, int version, String team, N tasks, N households) {

        <M> AskedByRule<M> map(Function<N, M> as) {
            return new AskedByRule<>(rule, version, team, as.apply(tasks), as.apply(households));
        }
    }

    /** Candidate and live rules beside each other. A task is the same if rule, household and episode are. */
    public record Overlap<N>(Shared<N> tasks, Shared<N> households) {}

    /** How many both have, and how many one of them alone. */
    public record Shared<N>(N both, N candidateOnly, N liveOnly) {

        <M> Shared<M> map(Function<N, M> as) {
            return new Shared<>(as.apply(both), as.apply(candidateOnly), as.apply(liveOnly));
        }
    }

    /** The same with each count as something else. */
    <M> BacktestResult<M> map(Function<N, M> as) {
        return new BacktestResult<>(
                all.map(as),
                byWard.stream()
                        .map(ward -> new InWard<>(ward.ward(), ward.counts().map(as)))
                        .toList(),
                byHouseholdKind.stream()
                        .map(kind -> new OfKind<>(kind.kind(), kind.counts().map(as)))
                        .toList(),
                teams.stream().map(team -> team.map(as)).toList(),
                rules.stream().map(rule -> rule.map(as)).toList(),
                new Overlap<>(overlap.tasks().map(as), overlap.households().map(as)));
    }
}
