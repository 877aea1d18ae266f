package org.communitysolutions.risk.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A household at an instant, for which each question is answered from the list of all events so far. Slow and plain: see
 * {@link ReferenceEvaluator}.
 */
record ReferenceMoment(
        List<Factor> factors, ZoneId zone, Clearance clearance, List<PastEvent> soFar, Instant now, PastEvent about) {

    ReferenceFactor factor(Factor factor) {
        boolean covered = clearance.isRestricted() || !factor.clearance().isRestricted();
        return new ReferenceFactor(factor, covered ? soFar : List.of(), now);
    }

    /** The same, looked at for the sake of another event. */
    ReferenceMoment about(PastEvent other) {
        return new ReferenceMoment(factors, zone, clearance, soFar, now, other);
    }

    /** The last news of the factor of that code, if it is there and counts. */
    Optional<PastEvent> counted(String code) {
        return factors.stream()
                .filter(factor -> factor.code().equals(code))
                .map(this::factor)
                .filter(factor -> factor.isHeld() && contest().silencing(factor).isEmpty())
                .map(factor -> factor.latest)
                .findFirst();
    }

    /** What the household contests so far. */
    ReferenceContest contest() {
        return new ReferenceContest(soFar);
    }

    HouseholdFacts facts() {
        return new ReferenceFacts(soFar).facts();
    }

    /** The absence as it is looked at now. */
    ReferenceAbsence absence(Absence asked) {
        return new ReferenceAbsence(asked, soFar, zone);
    }

    private List<PastEvent> matching(EventPattern pattern) {
        return soFar.stream().filter(pattern::matches).toList();
    }

    private boolean within(Instant then, int days) {
        return Duration.between(then, now).compareTo(Duration.ofDays(days)) <= 0;
    }

    private LocalDate day(PastEvent event) {
        return event.occurredAt().atZone(zone).toLocalDate();
    }

    /** Why it holds; empty if it does not. */
    Optional<Evidence> why(Condition condition) {
        return switch (condition) {
            case FactorHolds asked -> factorHolds(asked);
            case EventTally asked -> tally(asked);
            case LatestEvent asked -> latest(asked);
            case HouseholdIs asked -> household(asked);
            case WorkIsOpen asked -> open(asked);
            case Absence asked -> absent(asked);
            case AnyOf any -> {
                List<Evidence> held =
                        any.parts().stream().flatMap(part -> why(part).stream()).toList();
                yield held.isEmpty() ? Optional.empty() : Optional.of(Evidence.together(held));
            }
            case AllOf all -> {
                List<Evidence> held =
                        all.parts().stream().flatMap(part -> why(part).stream()).toList();
                yield held.size() < all.parts().size() ? Optional.empty() : Optional.of(Evidence.together(held));
            }
            case Not not -> why(not.of()).isPresent() ? Optional.empty() : Optional.of(Evidence.NONE);
        };
    }

    private Optional<Evidence> factorHolds(FactorHolds asked) {
        ReferenceFactor factor = factor(asked.factor());
        if (!factor.isHeld() || contest().silencing(factor).isPresent()) {
            return Optional.empty();
        }
        HeldFactor held = factor.held();
        boolean holds = asked.trend().map(trend -> trend == held.trend()).orElse(true)
                && (asked.atLeast().isEmpty()
                        || held.level().orElse(0) >= asked.atLeast().getAsLong())
                && (asked.newsWithinDays().isEmpty()
                        || within(held.latestAt(), asked.newsWithinDays().getAsInt()))
                && (asked.sinceDays().isEmpty()
                        || Duration.between(held.since(), now)
                                        .compareTo(Duration.ofDays(
                                                asked.sinceDays().getAsInt()))
                                >= 0);
        String level = held.level().isPresent() ? Wording.pounds(held.level().getAsLong()) : "an unknown amount";
        String since = Wording.day(LocalDate.ofInstant(held.since(), zone));
        return holds
                ? Optional.of(new Evidence(
                        List.of(new Reason(held.latest(), held.code(), held.latestAt())),
                        asked.says().fill(gap -> gap.equals("level") ? level : since)))
                : Optional.empty();
    }

    private Optional<Evidence> tally(EventTally asked) {
        Map<List<Object>, PastEvent> different = new LinkedHashMap<>();
        for (PastEvent event : matching(asked.events())) {
            List<Object> key = new ArrayList<>();
            asked.distinct().forEach(field -> key.add(field.of(event)));
            if (key.isEmpty()) {
                key.add(event.id());
            }
            different.putIfAbsent(key, event);
        }
        List<PastEvent> candidates = different.values().stream()
                .filter(event -> inSequence(asked.sequence(), event))
                .toList();
        Optional<LocalDate> last =
                candidates.stream().map(event -> day(asked, event)).max(LocalDate::compareTo);
        if (last.isEmpty() || last.get().plusDays(asked.withinDays()).isBefore(LocalDate.ofInstant(now, zone))) {
            return Optional.empty();
        }
        List<PastEvent> counted = candidates.stream()
                .filter(event -> !day(asked, event).isBefore(last.get().minusDays(asked.withinDays())))
                .toList();
        long sum = asked.sum().isEmpty()
                ? counted.size()
                : counted.stream()
                        .mapToLong(
                                event -> event.number(asked.sum().get().name()).orElse(0))
                        .sum();
        if (sum < asked.atLeast()) {
            return Optional.empty();
        }
        Map<String, String> gaps = new TreeMap<>();
        gaps.put("count", Integer.toString(counted.size()));
        gaps.put("sum", Wording.pounds(sum));
        gaps.put(
                "dates",
                Wording.join(counted.stream()
                        .map(event -> day(asked, event))
                        .sorted()
                        .map(Wording::day)
                        .toList()));
        return Optional.of(new Evidence(reasons(counted), asked.says().fill(gaps::get)));
    }

    private LocalDate day(EventTally asked, PastEvent event) {
        return asked.dated()
                .flatMap(field -> event.text(field.name()))
                .map(LocalDate::parse)
                .orElseGet(() -> day(event));
    }

    private boolean inSequence(Optional<Sequence> sequence, PastEvent event) {
        if (sequence.isEmpty()) {
            return true;
        }
        List<PastEvent> others = matching(sequence.get().of());
        return !others.isEmpty()
                && (sequence.get().side() == Sequence.Side.AFTER
                        ? event.occurredAt().isAfter(others.getLast().occurredAt())
                        : event.occurredAt().isBefore(others.getLast().occurredAt()));
    }

    private Optional<Evidence> latest(LatestEvent asked) {
        return soFar.stream()
                .filter(event -> event.type().equals(asked.events().type()))
                .reduce((first, second) -> second)
                .filter(asked.events()::matches)
                .filter(event -> asked.withinDays().isEmpty()
                        || within(event.occurredAt(), asked.withinDays().getAsInt()))
                .filter(event -> inSequence(asked.sequence(), event))
                .map(event -> new Evidence(reasons(List.of(event)), asked.says().fill(gap -> Wording.day(day(event)))));
    }

    private Optional<Evidence> household(HouseholdIs asked) {
        HouseholdFacts facts = facts();
        boolean holds = passes(asked.tenure(), facts.tenure().map(value -> value))
                && passes(asked.ward(), facts.ward().map(value -> value))
                && passes(asked.adults(), boxed(facts.adults()))
                && passes(asked.children(), boxed(facts.children()));
        Map<String, String> gaps = Map.of(
                "tenure", facts.tenure().orElse("").replace('-', ' '),
                "ward", facts.ward().orElse(""),
                "adults", Long.toString(facts.adults().orElse(0)),
                "children", Long.toString(facts.children().orElse(0)));
        return holds ? Optional.of(new Evidence(List.of(), asked.says().fill(gaps::get))) : Optional.empty();
    }

    private static Optional<Object> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    private static boolean passes(Optional<EventPattern.Test> test, Optional<Object> value) {
        return test.isEmpty() || value.filter(test.get()::passes).isPresent();
    }

    private Optional<Evidence> open(WorkIsOpen asked) {
        Map<String, Boolean> open = new LinkedHashMap<>();
        Map<String, PastEvent> told = new LinkedHashMap<>();
        Map<String, Boolean> passes = new LinkedHashMap<>();
        for (PastEvent event : soFar) {
            for (int step = 0; step < asked.kind().opens().size(); step++) {
                WorkKind.Step opens = asked.kind().opens().get(step);
                if (opens.on().matches(event)) {
                    open.put(key(opens, event), true);
                    if (asked.where().get(step) != null) {
                        told.put(key(opens, event), event);
                        passes.put(key(opens, event), asked.where().get(step).matches(event));
                    }
                }
            }
            for (WorkKind.Step closes : asked.kind().closes()) {
                if (closes.on().matches(event)) {
                    open.put(key(closes, event), false);
                }
            }
        }
        return open.entrySet().stream()
                .filter(piece -> piece.getValue() && passes.getOrDefault(piece.getKey(), false))
                .map(piece -> told.get(piece.getKey()))
                .findFirst()
                .map(event -> new Evidence(reasons(List.of(event)), asked.says().fill(gap -> Wording.day(day(event)))));
    }

    private static String key(WorkKind.Step step, PastEvent event) {
        return String.join(
                "/",
                step.each().stream()
                        .map(field -> event.text(field.name()).orElse(""))
                        .toList());
    }

    private Optional<Evidence> absent(Absence asked) {
        List<PastEvent> due = matching(asked.since()).stream()
                .filter(event -> absence(asked)
                        .deadline(event)
                        .filter(deadline -> !deadline.isAfter(now))
                        .isPresent())
                .filter(event -> !absence(asked).isAnswered(event))
                .toList();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        PastEvent waiting = due.contains(about) ? about : due.getLast();
        String since = Wording.day(day(waiting));
        String by =
                Wording.day(LocalDate.ofInstant(absence(asked).deadline(waiting).orElseThrow(), zone));
        return Optional.of(
                new Evidence(reasons(List.of(waiting)), asked.says().fill(gap -> gap.equals("since") ? since : by)));
    }

    private List<Reason> reasons(List<PastEvent> events) {
        return events.stream()
                .map(event -> new Reason(event.id(), moved(event), event.occurredAt()))
                .toList();
    }

    private String moved(PastEvent event) {
        for (Factor factor : factors) {
            boolean covered = clearance.isRestricted() || !factor.clearance().isRestricted();
            if (covered
                    && factor.begins().stream().anyMatch(signal -> signal.on().matches(event))) {
                return factor.code();
            }
        }
        return event.type().replaceAll("^[^.]*\\.|\\.[^.]*$", "");
    }
}
