package org.communitysolutions.risk.decisions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communitysolutions.risk.disclosure.Figure;
import org.communitysolutions.risk.disclosure.SmallNumbers;
import org.communitysolutions.risk.tasks.Outcome;

/**
 * What is shown of what people made of tasks.
 *
 * @param ended for each outcome that there is
 * @param restsOn how many ends speak for or against what asked for them
 * @param precision the share of those that speak for it, 0 to 1, to two decimals; what is left out is withheld
 * @param withheld why there is no precision
 */
public record ShownDecisions(
        Figure askedFor,
        Figure withdrawn,
        Figure open,
        Map<Outcome, Figure> ended,
        Figure restsOn,
        Optional<BigDecimal> precision,
        Optional<Withheld> withheld) {

    /** Why a precision is not told. */
    public enum Withheld {
        /** It would rest on fewer tasks than the measure asks for. */
        TOO_FEW,
        /** One of its figures is suppressed, and could be worked out from it. */
        SMALL_NUMBERS
    }

    private static final String ALL = "asked-for";
    private static final String WITHDRAWN = "withdrawn";
    private static final String OPEN = "open";
    private static final String RESTS_ON = "rests-on";

    /** As counted, for those who may see whom the tasks are about. */
    public static ShownDecisions exact(TaskTally tasks, PrecisionMeasure measure) {
        Map<Outcome, Figure> ended = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            ended.put(outcome, Figure.exact(tasks.ended().getOrDefault(outcome, 0)));
        }
        PrecisionMeasure.Precision precision = measure.of(tasks.ended());
        return new ShownDecisions(
                Figure.exact(tasks.askedFor()),
                Figure.exact(tasks.withdrawn()),
                Figure.exact(tasks.open()),
                ended,
                Figure.exact(precision.restsOn()),
                precision.value(),
                precision.value().isPresent() ? Optional.empty() : Optional.of(Withheld.TOO_FEW));
    }

    /** For everybody else: no small number, and no precision that one could be worked out from. */
    public static ShownDecisions guarded(TaskTally tasks, PrecisionMeasure measure, SmallNumbers guard) {
        Map<Object, Long> counts = new LinkedHashMap<>();
        counts.put(ALL, (long) tasks.askedFor());
        counts.put(WITHDRAWN, (long) tasks.withdrawn());
        counts.put(OPEN, (long) tasks.open());
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, (long) tasks.ended().getOrDefault(outcome, 0));
        }
        counts.put(RESTS_ON, (long) measure.of(tasks.ended()).restsOn());
        Map<Object, Figure> shown = guard.together(counts, sums(measure));
        Map<Outcome, Figure> ended = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            ended.put(outcome, shown.get(outcome));
        }
        Optional<Withheld> withheld = withheld(ended, measure);
        return new ShownDecisions(
                shown.get(ALL),
                shown.get(WITHDRAWN),
                shown.get(OPEN),
                ended,
                shown.get(RESTS_ON),
                withheld.isPresent()
                        ? Optional.empty()
                        : measure.of(asShown(ended)).value(),
                withheld);
    }

    private static List<SmallNumbers.Sum<Object>> sums(PrecisionMeasure measure) {
        List<Object> all = new ArrayList<>(List.of(WITHDRAWN, OPEN));
        all.addAll(List.of(Outcome.values()));
        return List.of(
                new SmallNumbers.Sum<>(ALL, all), new SmallNumbers.Sum<>(RESTS_ON, List.copyOf(measure.speaking())));
    }

    private static Optional<Withheld> withheld(Map<Outcome, Figure> ended, PrecisionMeasure measure) {
        Set<Outcome> speaking = measure.speaking();
        if (speaking.stream().anyMatch(outcome -> ended.get(outcome).count().isEmpty())) {
            return Optional.of(Withheld.SMALL_NUMBERS);
        }
        return measure.of(asShown(ended)).value().isEmpty() ? Optional.of(Withheld.TOO_FEW) : Optional.empty();
    }

    private static Map<Outcome, Integer> asShown(Map<Outcome, Figure> ended) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        ended.forEach(
                (outcome, figure) -> figure.count().ifPresent(count -> counts.put(outcome, Math.toIntExact(count))));
        return counts;
    }
}
