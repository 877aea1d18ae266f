package org.communitysolutions.risk.decisions.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communitysolutions.risk.decisions.Period;
import org.communitysolutions.risk.decisions.PrecisionMeasure;
import org.communitysolutions.risk.decisions.RuleDecisions;
import org.communitysolutions.risk.decisions.ShownDecisions;
import org.communitysolutions.risk.disclosure.Figure;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.tasks.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What people made of tasks, rule by rule, each version by itself.
 *
 * @param from the first day on which the tasks were asked for; left out if from the beginning
 * @param to the last; left out if until now
 */
record DecisionsAnswer(Optional<LocalDate> from, Optional<LocalDate> to, Measure measure, List<OfRule> rules) {

    static DecisionsAnswer of(Period period, PrecisionMeasure measure, List<OfRule> rules) {
        return new DecisionsAnswer(period.from(), period.to(), Measure.of(measure), rules);
    }

    /**
     * What counts as what.
     *
     * @param right with these outcomes the household had the need
     * @param wrong with these it had not; others say nothing
     * @param atLeast on how many tasks a precision has to rest
     */
    @Schema(name = "PrecisionMeasure")
    record Measure(LocalDate effectiveFrom, Set<Outcome> right, Set<Outcome> wrong, int atLeast, String source) {
        static Measure of(PrecisionMeasure measure) {
            return new Measure(
                    measure.effectiveFrom(), measure.right(), measure.wrong(), measure.atLeast(), measure.source());
        }
    }

    /** One version of a rule; counts are of tasks. */
    @Schema(name = "RuleDecisions")
    record OfRule(
            String rule,
            int version,
            Clearance sensitivity,
            Figure askedFor,
            Figure withdrawn,
            Figure open,
            Map<Outcome, Figure> ended,
            Precision precision) {
        static OfRule of(RuleDecisions decisions, ShownDecisions shown) {
            return new OfRule(
                    decisions.rule(),
                    decisions.version(),
                    decisions.clearance(),
                    shown.askedFor(),
                    shown.withdrawn(),
                    shown.open(),
                    shown.ended(),
                    new Precision(shown.precision(), shown.restsOn(), shown.withheld()));
        }
    }

    /**
     * How often the household had the need.
     *
     * @param value 0 to 1
     * @param restsOn on how many tasks it rests
     * @param withheld why it is left out
     */
    @Schema(name = "RulePrecision")
    record Precision(Optional<BigDecimal> value, Figure restsOn, Optional<ShownDecisions.Withheld> withheld) {}
}
