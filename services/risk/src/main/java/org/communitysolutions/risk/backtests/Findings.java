package org.communitysolutions.risk.backtests;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.communitysolutions.risk.backtests.BacktestResult.AskedByRule;
import org.communitysolutions.risk.backtests.BacktestResult.InWard;
import org.communitysolutions.risk.backtests.BacktestResult.OfKind;
import org.communitysolutions.risk.backtests.BacktestResult.Overlap;
import org.communitysolutions.risk.backtests.BacktestResult.Shared;
import org.communitysolutions.risk.backtests.BacktestResult.TeamLoad;
import org.communitysolutions.risk.backtests.BacktestResult.Week;
import org.communitysolutions.risk.rules.RaisedTask;
import org.communitysolutions.risk.rules.Rule;
import org.communitysolutions.shared.transactions.CouncilCalendar;

/** What was found of the households so far. One thread at a time adds to it; those of several are added up. */
final class Findings {

    private final GroupTally all = new GroupTally();
    private final Map<String, GroupTally> byWard = new TreeMap<>();
    private final Map<HouseholdKind, GroupTally> byKind = new TreeMap<>();
    private final Map<String, TeamTally> teams = new HashMap<>();
    private final Map<String, RuleTally> rules = new HashMap<>();
    private final SharedTally tasks = new SharedTally();
    private final SharedTally households = new SharedTally();

    private static final class TeamTally {
        private long tasks;
        private long withdrawn;
        private final Map<LocalDate, Long> weeks = new HashMap<>();
    }

    private static final class RuleTally {
        private long tasks;
        private long households;
    }

    private static final class SharedTally {
        private long both;
        private long candidateOnly;
        private long liveOnly;

        private void add(SharedTally other) {
            both += other.both;
            candidateOnly += other.candidateOnly;
            liveOnly += other.liveOnly;
        }

        private Shared<Long> counts() {
            return new Shared<>(both, candidateOnly, liveOnly);
        }
    }

    void add(TriedHousehold household) {
        all.add(household);
        byWard.computeIfAbsent(household.ward(), none -> new GroupTally()).add(household);
        byKind.computeIfAbsent(household.kind(), none -> new GroupTally()).add(household);
        Set<String> asking = new HashSet<>();
        for (RaisedTask task : household.candidate()) {
            add(task);
            RuleTally rule = rules.computeIfAbsent(task.rule(), none -> new RuleTally());
            rule.tasks++;
            rule.households += asking.add(task.rule()) ? 1 : 0;
        }
        share(household.candidate(), household.live());
    }

    private void add(RaisedTask task) {
        TeamTally team = teams.computeIfAbsent(task.team(), none -> new TeamTally());
        team.tasks++;
        team.withdrawn += task.stands() ? 0 : 1;
        team.weeks.merge(Period.weekOf(CouncilCalendar.dayOf(task.raisedAt())), 1L, Long::sum);
    }

    private void share(List<RaisedTask> candidate, List<RaisedTask> live) {
        Set<UUID> both = new HashSet<>();
        candidate.forEach(task -> both.add(task.id()));
        long common = live.stream().filter(task -> both.contains(task.id())).count();
        tasks.both += common;
        tasks.candidateOnly += candidate.size() - common;
        tasks.liveOnly += live.size() - common;
        if (!candidate.isEmpty() && !live.isEmpty()) {
            households.both++;
        } else if (!candidate.isEmpty()) {
            households.candidateOnly++;
        } else if (!live.isEmpty()) {
            households.liveOnly++;
        }
    }

    void add(Findings other) {
        all.add(other.all);
        other.byWard.forEach((ward, more) ->
                byWard.computeIfAbsent(ward, none -> new GroupTally()).add(more));
        other.byKind.forEach((kind, more) ->
                byKind.computeIfAbsent(kind, none -> new GroupTally()).add(more));
        other.teams.forEach((code, more) -> {
            TeamTally team = teams.computeIfAbsent(code, none -> new TeamTally());
            team.tasks += more.tasks;
            team.withdrawn += more.withdrawn;
            more.weeks.forEach((week, count) -> team.weeks.merge(week, count, Long::sum));
        });
        other.rules.forEach((id, more) -> {
            RuleTally rule = rules.computeIfAbsent(id, none -> new RuleTally());
            rule.tasks += more.tasks;
            rule.households += more.households;
        });
        tasks.add(other.tasks);
        households.add(other.households);
    }

    /**
     * All that was found.
     *
     * @param capacity tasks a week of the teams that are to be shown
     * @param asking the candidate rules that were tried
     */
    BacktestResult<Long> result(
            Period period, List<String> outcomes, Map<String, Integer> capacity, List<Rule> asking) {
        return new BacktestResult<>(
                all.counts(outcomes),
                byWard.entrySet().stream()
                        .map(ward -> new InWard<>(ward.getKey(), ward.getValue().counts(outcomes)))
                        .toList(),
                byKind.entrySet().stream()
                        .map(kind -> new OfKind<>(kind.getKey(), kind.getValue().counts(outcomes)))
                        .toList(),
                new TreeMap<>(capacity)
                        .entrySet().stream()
                                .map(team -> load(team.getKey(), team.getValue(), period))
                                .toList(),
                asking.stream().map(this::asked).toList(),
                new Overlap<>(tasks.counts(), households.counts()));
    }

    private TeamLoad<Long> load(String code, int capacity, Period period) {
        TeamTally team = teams.getOrDefault(code, new TeamTally());
        return new TeamLoad<>(
                code,
                team.tasks,
                team.withdrawn,
                capacity,
                period.weeks().stream()
                        .map(week -> new Week<>(week, team.weeks.getOrDefault(week, 0L)))
                        .toList());
    }

    private AskedByRule<Long> asked(Rule rule) {
        RuleTally tally = rules.getOrDefault(rule.id(), new RuleTally());
        return new AskedByRule<>(rule.id(), rule.version(), rule.team(), tally.tasks, tally.households);
    }
}
