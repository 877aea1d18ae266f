package org.communitysolutions.risk.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Works out a {@link Plan}. */
final class PlanDraft {

    /** A bearing in the making. */
    private static final class Lines {
        private KnownEvent kind;
        private int past = -1;
        private final List<Bearing.Mover> movers = new ArrayList<>();
        private final Set<Integer> work = new TreeSet<>();
        private final Set<Integer> looks = new TreeSet<>();
        private final List<Bearing.Timed> waits = new ArrayList<>();
    }

    private final Map<String, Lines> lines = new HashMap<>();
    private final IdentityHashMap<Object, Integer> places = new IdentityHashMap<>();
    private final List<WorkKind> work = new ArrayList<>();
    private final List<List<Bearing.Timed>> lasting = new ArrayList<>();
    private int pasts;
    private int tallies;

    private PlanDraft() {}

    static Plan of(List<Factor> factors, List<Rule> all, Clearance clearance) {
        PlanDraft draft = new PlanDraft();
        for (Factor factor : factors) {
            draft.places.put(factor, draft.lasting.size());
            draft.lasting.add(new ArrayList<>(0));
            if (clearance.covers(factor.clearance())) {
                draft.moves(factor);
            }
        }
        List<Rule> rules =
                all.stream().filter(rule -> rule.clearance() == clearance).toList();
        for (int place = 0; place < rules.size(); place++) {
            draft.looks(rules.get(place), place);
        }
        HouseholdFacts.TOLD_BY.forEach(draft::lines);
        TaskWork.TOLD_BY.forEach(draft::lines);
        Contest.TOLD_BY.forEach(draft::lines);
        Map<String, Bearing> bearings = new HashMap<>();
        draft.lines.forEach((type, lines) -> bearings.put(type, bearing(type, lines, rules)));
        return new Plan(factors, rules, draft.work, bearings, draft.lasting, draft.places, draft.pasts, draft.tallies);
    }

    private static Bearing bearing(String type, Lines lines, List<Rule> rules) {
        List<Bearing.Look> looks = lines.looks.stream()
                .map(place -> look(place, rules.get(place), type))
                .toList();
        return new Bearing(type, lines.kind, lines.past, lines.movers, List.copyOf(lines.work), looks, lines.waits);
    }

    private static Bearing.Look look(int place, Rule rule, String type) {
        List<Condition> when = rule.when().stream().map(Rule.Named::condition).toList();
        List<EventPattern> some = when.stream()
                .flatMap(condition -> ConditionTree.broughtBy(condition).stream())
                .filter(pattern -> pattern.type().equals(type))
                .toList();
        boolean all = some.stream().anyMatch(pattern -> pattern.where().isEmpty())
                || (HouseholdFacts.TOLD_BY.contains(type) && when.stream().anyMatch(ConditionTree::isBroughtByFacts));
        return new Bearing.Look(place, all, some);
    }

    private Lines lines(String type) {
        return lines.computeIfAbsent(type, none -> new Lines());
    }

    private Lines lines(KnownEvent kind) {
        Lines of = lines(kind.type());
        of.kind = kind;
        return of;
    }

    private void moves(Factor factor) {
        Set<KnownEvent> kinds = new LinkedHashSet<>();
        factor.begins().forEach(signal -> kinds.add(signal.on().kind()));
        factor.ends().forEach(signal -> kinds.add(signal.on().kind()));
        for (KnownEvent kind : kinds) {
            lines(kind)
                    .movers
                    .add(new Bearing.Mover(
                            places.get(factor), ofKind(factor.begins(), kind), ofKind(factor.ends(), kind)));
        }
    }

    private static List<Signal> ofKind(List<Signal> signals, KnownEvent kind) {
        return signals.stream()
                .filter(signal -> signal.on().kind().equals(kind))
                .toList();
    }

    private void looks(Rule rule, int place) {
        List<Condition> when = rule.when().stream().map(Rule.Named::condition).toList();
        for (Condition condition : ConditionTree.withParts(when)) {
            provide(condition);
            ConditionTree.speaksOf(condition).forEach(type -> lines(type).looks.add(place));
        }
        for (Condition condition : ConditionTree.withParts(rule.unless())) {
            provide(condition);
            ConditionTree.speaksOf(condition).forEach(type -> lines(type).looks.add(place));
        }
        rule.sooner().forEach(sooner -> ConditionTree.withParts(sooner.when()).forEach(this::provide));
        ConditionTree.broughtByTime(when).forEach(timed -> wait(new Bearing.Timed(place, true, timed)));
        ConditionTree.broughtByTime(rule.unless()).forEach(timed -> wait(new Bearing.Timed(place, false, timed)));
    }

    /** Sees to it that a moment keeps what the condition will ask for. */
    private void provide(Condition condition) {
        switch (condition) {
            case EventTally tally -> {
                keep(tally.events());
                tally.sequence().ifPresent(sequence -> keep(sequence.of()));
                places.put(tally, tallies++);
            }
            case LatestEvent latest -> {
                keep(latest.events());
                latest.sequence().ifPresent(sequence -> keep(sequence.of()));
            }
            case Absence absence -> {
                keep(absence.since());
                absence.answers().forEach(answer -> keep(answer.events()));
            }
            case WorkIsOpen open -> follow(open.kind());
            case FactorHolds factor -> {}
            case HouseholdIs household -> {}
            case AnyOf any -> {}
            case AllOf all -> {}
            case Not not -> {}
        }
    }

    private void keep(EventPattern pattern) {
        Lines of = lines(pattern.kind());
        if (of.past < 0) {
            of.past = pasts++;
            places.put(pattern.kind(), of.past);
        }
    }

    private void follow(WorkKind kind) {
        if (!places.containsKey(kind)) {
            places.put(kind, work.size());
            work.add(kind);
            kind.opens().forEach(step -> lines(step.on().kind()).work.add(places.get(kind)));
            kind.closes().forEach(step -> lines(step.on().kind()).work.add(places.get(kind)));
        }
    }

    private void wait(Bearing.Timed timed) {
        if (timed.condition() instanceof Absence absence) {
            lines(absence.since().kind()).waits.add(timed);
        } else if (timed.condition() instanceof FactorHolds holds) {
            lasting.get(places.get(holds.factor())).add(timed);
        }
    }
}
