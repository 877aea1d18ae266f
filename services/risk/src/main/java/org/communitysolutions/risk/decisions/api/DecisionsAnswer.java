package org.communitysolutions.risk.decisions.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.communitysolutions.risk.decisions.AllDecisions;
import org.communitysolutions.risk.decisions.OutreachDecisions;
import org.communitysolutions.risk.decisions.Period;
import org.communitysolutions.risk.decisions.PrecisionMeasure;
import org.communitysolutions.risk.decisions.RuleDecisions;
import org.communitysolutions.risk.decisions.ShownDecisions;
import org.communitysolutions.risk.decisions.TaskTally;
import org.communitysolutions.risk.disclosure.Figure;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.tasks.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What people made of tasks: rule by rule, each version by itself, and proposal by proposal of outreach.
 *
 * @param from the first day on which the tasks were asked for; left out if from the beginning
 * @param to the last; left out if until now
 * @param outreach the latest proposal first
 */
record DecisionsAnswer(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Measure measure,
        List<OfRule> rules,
        List<OfProposal> outreach) {

    static DecisionsAnswer of(
            Period period, PrecisionMeasure measure, AllDecisions found, Function<TaskTally, ShownDecisions> shown) {
        return new DecisionsAnswer(
                period.from(),
                period.to(),
                Measure.of(measure),
                found.rules().stream()
                        .map(rule -> OfRule.of(rule, shown.apply(rule.tasks())))
                        .toList(),
                found.outreach().stream()
                        .map(proposal -> OfProposal.of(proposal, shown.apply(proposal.tasks())))
                        .toList());
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
                    Precision.of(shown));
        }
    }

    /**
     * One proposal of outreach; counts are of tasks.
     *
     * @param name of the proposal
     * @param purpose what it is for
     */
    @Schema(name = "OutreachDecisions")
    record OfProposal(
            UUID proposal,
            String name,
            String purpose,
            Clearance sensitivity,
            Figure askedFor,
            Figure withdrawn,
            Figure open,
            Map<Outcome, Figure> ended,
            Precision precision) {
        static OfProposal of(OutreachDecisions decisions, ShownDecisions shown) {
            return new OfProposal(
                    decisions.proposal(),
                    decisions.name(),
                    decisions.purpose(),
                    decisions.clearance(),
                    shown.askedFor(),
                    shown.withdrawn(),
                    shown.open(),
                    shown.ended(),
                    Precision.of(shown));
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
    record Precision(Optional<BigDecimal> value, Figure restsOn, Optional<ShownDecisions.Withheld> withheld) {
        static Precision of(ShownDecisions shown) {
            return new Precision(shown.precision(), shown.restsOn(), shown.withheld());
        }
    }
}
