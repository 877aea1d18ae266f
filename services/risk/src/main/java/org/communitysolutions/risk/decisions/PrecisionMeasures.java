package org.communitysolutions.risk.decisions;

import io.smallrye.config.ConfigMapping;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.communitysolutions.risk.tasks.Outcome;

/** How rules are measured by what people made of their tasks, and since when. */
@ConfigMapping(prefix = "precision")
public interface PrecisionMeasures {

    List<Configured> measures();

    /** A measure of a time. */
    interface Configured {

        /** The first day on which it applies. */
        LocalDate effectiveFrom();

        /** The outcomes with which the household had the need. */
        Set<Outcome> right();

        /** The outcomes with which it had not. Those in neither set say nothing of the rule. */
        Set<Outcome> wrong();

        /** On how many tasks the precision has to rest before it is told, 1 or more. */
        int atLeast();

        /** Where it is laid down. */
        String source();
    }

    /**
     * The measure of that day.
     *
     * @throws IllegalStateException if none applies yet
     */
    default PrecisionMeasure on(LocalDate day) {
        return measures().stream()
                .filter(measure -> !measure.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(Configured::effectiveFrom))
                .map(measure -> new PrecisionMeasure(
                        measure.effectiveFrom(), measure.right(), measure.wrong(), measure.atLeast(), measure.source()))
                .orElseThrow(() -> new IllegalStateException("precision.measures has none for " + day));
    }
}
