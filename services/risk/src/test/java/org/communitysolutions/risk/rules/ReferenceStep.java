package org.communitysolutions.risk.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An instant at which rules are looked at: an event, or the end of a time that an event began. Slow and plain: see
 * {@link ReferenceEvaluator}.
 */
record ReferenceStep(Instant at, PastEvent about, Optional<Timed> timed) {

    private static final Set<String> TASK_EVENTS = Set.of(
            "case-management.task-claimed.v1",
            "case-management.task-completed.v1",
            "case-management.task-withdrawn.v1");

    /** What time alone brings about. */
    record Timed(Rule rule, boolean asks, Condition condition) {}

    /** All of a history, as they follow one another; {@code end} is what it comes to. */
    static List<ReferenceStep> of(List<PastEvent> events, List<Rule> rules, ReferenceMoment end) {
        List<ReferenceStep> steps = new ArrayList<>();
        events.forEach(event -> steps.add(new ReferenceStep(event.occurredAt(), event, Optional.empty())));
        for (Rule rule : rules) {
            List<Timed> timed = new ArrayList<>();
            ConditionTree.broughtByTime(
                            rule.when().stream().map(Rule.Named::condition).toList())
                    .forEach(condition -> timed.add(new Timed(rule, true, condition)));
            ConditionTree.broughtByTime(rule.unless())
                    .forEach(condition -> timed.add(new Timed(rule, false, condition)));
            for (Timed one : timed) {
                if (one.condition() instanceof Absence absence) {
                    for (PastEvent event : events) {
                        if (absence.since().matches(event)) {
                            end.absence(absence)
                                    .deadline(event)
                                    .ifPresent(at -> steps.add(new ReferenceStep(at, event, Optional.of(one))));
                        }
                    }
                } else if (one.condition() instanceof FactorHolds holds) {
                    Duration days = Duration.ofDays(holds.sinceDays().orElseThrow());
                    end.factor(holds.factor())
                            .beginnings
                            .forEach(event -> steps.add(
                                    new ReferenceStep(event.occurredAt().plus(days), event, Optional.of(one))));
                }
            }
        }
        steps.sort(Comparator.comparing(ReferenceStep::at)
                .thenComparing(step -> step.timed().isPresent())
                .thenComparing(ReferenceStep::about));
        return steps;
    }

    /** Whether the rule is looked at then. */
    boolean looksAt(Rule rule) {
        if (timed.isPresent()) {
            return timed.get().rule().equals(rule);
        }
        if (isChallenge()) {
            return true;
        }
        List<Condition> all = new ArrayList<>(rule.unless());
        rule.when().forEach(named -> all.add(named.condition()));
        return ConditionTree.withParts(all).stream()
                .anyMatch(condition -> ConditionTree.speaksOf(condition).contains(about.type()));
    }

    /** Whether somebody takes up a task of the same rule for a household that was merged into this one. */
    boolean tellsOfLike(Rule rule, Joined joined) {
        return timed.isEmpty()
                && joined.events().containsKey(about.id())
                && TASK_EVENTS.contains(about.type())
                && about.text("rule").equals(Optional.of(rule.id()));
    }

    boolean isChallenge() {
        return timed.isEmpty() && about.type().startsWith("risk.challenge-");
    }

    /** The last news of a factor that the rule asks for and that counts again with the step. */
    Optional<PastEvent> freed(Rule rule, ReferenceMoment moment) {
        return ReferenceContest.factorIn(about)
                .filter(code -> timed.isEmpty()
                        && rule.when().stream().anyMatch(named -> ReferenceContest.asksFor(named.condition(), code)))
                .flatMap(moment::counted);
    }

    /** Whether the rule may come to hold then. */
    boolean asks(Rule rule) {
        return timed.map(Timed::asks)
                .orElseGet(() -> rule.when().stream().anyMatch(named -> concerns(named.condition(), about)));
    }

    /** Whether the event is one that can make the condition hold. */
    private static boolean concerns(Condition condition, PastEvent event) {
        return switch (condition) {
            case FactorHolds asked ->
                asked.factor().begins().stream().anyMatch(signal -> signal.on().matches(event));
            case EventTally asked -> asked.events().matches(event) || isMark(asked.sequence(), event);
            case LatestEvent asked -> asked.events().matches(event) || isMark(asked.sequence(), event);
            case WorkIsOpen asked -> asked.where().stream().anyMatch(told -> told != null && told.matches(event));
            case HouseholdIs asked -> HouseholdFacts.TOLD_BY.contains(event.type());
            case AnyOf any -> any.parts().stream().anyMatch(part -> concerns(part, event));
            case AllOf all -> all.parts().stream().anyMatch(part -> concerns(part, event));
            case Absence absence -> false;
            case Not not -> false;
        };
    }

    private static boolean isMark(Optional<Sequence> sequence, PastEvent event) {
        return sequence.filter(other -> other.side() == Sequence.Side.BEFORE)
                .filter(other -> other.of().matches(event))
                .isPresent();
    }

    /** Whether what time alone brings about has come about, or nothing of the kind is asked. */
    boolean isDue(ReferenceMoment moment) {
        if (timed.isEmpty()) {
            return true;
        }
        return switch (timed.get().condition()) {
            case Absence absence -> !moment.absence(absence).isAnswered(about);
            case FactorHolds holds -> {
                ReferenceFactor factor = moment.factor(holds.factor());
                yield factor.isHeld()
                        && moment.contest().silencing(factor).isEmpty()
                        && factor.beginnings.getLast().equals(about);
            }
            default -> throw new IllegalStateException("Time alone does not bring it about");
        };
    }
}
