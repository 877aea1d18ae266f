package org.communitysolutions.risk.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be said of conditions without a household. */
final class ConditionTree {

    private ConditionTree() {}

    /** The conditions and all that they are made of. */
    static List<Condition> withParts(List<Condition> conditions) {
        List<Condition> all = new ArrayList<>();
        for (Condition condition : conditions) {
            all.add(condition);
            all.addAll(withParts(condition.parts()));
        }
        return all;
    }

    /** Those that come to hold by time alone. What is not so may come true by time, but nobody is waiting for that. */
    static List<Condition> broughtByTime(List<Condition> conditions) {
        List<Condition> timed = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition instanceof Absence
                    || (condition instanceof FactorHolds holds
                            && holds.sinceDays().isPresent())) {
                timed.add(condition);
            }
            if (!(condition instanceof Not)) {
                timed.addAll(broughtByTime(condition.parts()));
            }
        }
        return timed;
    }

    /** The events that can make it hold; of what is no longer so there are none, as nothing happens when that comes true. */
    static List<EventPattern> broughtBy(Condition condition) {
        return switch (condition) {
            case FactorHolds holds ->
                holds.factor().begins().stream().map(Signal::on).toList();
            case EventTally tally -> inSequence(tally.events(), tally.sequence());
            case LatestEvent latest -> inSequence(latest.events(), latest.sequence());
            case WorkIsOpen open ->
                open.where().stream().filter(Objects::nonNull).toList();
            case HouseholdIs household -> List.of();
            case Absence absence -> List.of();
            case AnyOf any -> broughtByAny(any.parts());
            case AllOf all -> broughtByAny(all.parts());
            case Not not -> List.of();
        };
    }

    /** Whether the condition asks for the factor to be there. */
    static boolean asksFor(Condition condition, Factor factor) {
        return condition instanceof FactorHolds holds
                ? holds.factor().code().equals(factor.code())
                : !(condition instanceof Not) && condition.parts().stream().anyMatch(part -> asksFor(part, factor));
    }

    private static List<EventPattern> broughtByAny(List<Condition> conditions) {
        return conditions.stream()
                .flatMap(condition -> broughtBy(condition).stream())
                .toList();
    }

    private static List<EventPattern> inSequence(EventPattern events, Optional<Sequence> sequence) {
        return sequence.filter(other -> other.side() == Sequence.Side.BEFORE)
                .map(other -> List.of(events, other.of()))
                .orElse(List.of(events));
    }

    /** Whether news of the household itself can make it hold. */
    static boolean isBroughtByFacts(Condition condition) {
        return condition instanceof HouseholdIs
                || (!(condition instanceof Not)
                        && condition.parts().stream().anyMatch(ConditionTree::isBroughtByFacts));
    }

    /** The types of the events by which whether it holds can change; those of its parts are theirs. */
    static Set<String> speaksOf(Condition condition) {
        Stream<EventPattern> patterns =
                switch (condition) {
                    case FactorHolds holds ->
                        Stream.concat(holds.factor().begins().stream(), holds.factor().ends().stream())
                                .map(Signal::on);
                    case EventTally tally ->
                        Stream.concat(Stream.of(tally.events()), tally.sequence().map(Sequence::of).stream());
                    case LatestEvent latest ->
                        Stream.concat(Stream.of(latest.events()), latest.sequence().map(Sequence::of).stream());
                    case Absence absence ->
                        Stream.concat(
                                Stream.of(absence.since()),
                                absence.answers().stream().map(Absence.Answer::events));
                    case WorkIsOpen open ->
                        Stream.concat(open.kind().opens().stream(), open.kind().closes().stream())
                                .map(WorkKind.Step::on);
                    case HouseholdIs household -> Stream.empty();
                    case AnyOf any -> Stream.empty();
                    case AllOf all -> Stream.empty();
                    case Not not -> Stream.empty();
                };
        Set<String> types = new HashSet<>(condition instanceof HouseholdIs ? HouseholdFacts.TOLD_BY : Set.of());
        patterns.forEach(pattern -> types.add(pattern.type()));
        return types;
    }
}
