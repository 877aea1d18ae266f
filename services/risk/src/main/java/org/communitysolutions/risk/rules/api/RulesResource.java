package org.communitysolutions.risk.rules.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.communitysolutions.risk.editions.Editions;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Factor;
import org.communitysolutions.risk.rules.Rule;
import org.communitysolutions.risk.rules.Rulebook;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells which rules are live, so that anyone who acts on a task can know what it rests on. */
@Path("rules")
@Tag(name = "Rules")
public class RulesResource {

    private final Editions editions;

    RulesResource(Editions editions) {
        this.editions = editions;
    }

    /** The live edition. */
    record LiveRules(Edition rulesEdition, Edition factorsEdition, List<LiveRule> rules, List<LiveFactor> factors) {}

    /** Which edition of a file, and where its numbers come from. */
    record Edition(String version, LocalDate effectiveFrom, String source) {
        static Edition of(Rulebook.Edition edition) {
            return new Edition(edition.version(), edition.effectiveFrom(), edition.source());
        }
    }

    /**
     * A rule in words.
     *
     * @param reason its sentence, with a gap for each figure
     * @param dueWorkingDays how soon its task is due, where that is counted in working days
     * @param dueCalendarDays how soon its task is due, where that is counted in all days
     */
    record LiveRule(
            String id,
            int version,
            String owner,
            String purpose,
            String lawfulBasis,
            Clearance sensitivity,
            String taskKind,
            String team,
            OptionalInt dueWorkingDays,
            OptionalInt dueCalendarDays,
            String reason) {
        static LiveRule of(Rule rule) {
            return new LiveRule(
                    rule.id(),
                    rule.version(),
                    rule.owner(),
                    rule.purpose(),
                    rule.lawfulBasis(),
                    rule.clearance(),
                    rule.taskKind(),
                    rule.team(),
                    days(rule.due(), true),
                    days(rule.due(), false),
                    rule.reason().text());
        }

        private static OptionalInt days(Rule.Due due, boolean working) {
            return due.working() == working ? OptionalInt.of(due.days()) : OptionalInt.empty();
        }
    }

    /** A factor in words, and the points for being there. */
    record LiveFactor(String code, String name, Factor.Kind kind, Clearance sensitivity, int points) {
        static LiveFactor of(Factor factor) {
            return new LiveFactor(
                    factor.code(),
                    factor.name(),
                    factor.kind(),
                    factor.clearance(),
                    factor.points().present());
        }
    }

    @GET
    @RolesAllowed({
        "front-door",
        "universal-worker",
        "targeted-worker",
        "debt-adviser",
        "housing-officer",
        "employment-adviser",
        "domestic-abuse-specialist",
        "team-manager",
        "insight-analyst",
        "information-governance",
        "platform-operator"
    })
    @Operation(summary = "The live edition of rules and factors, with the sentences that tasks are explained with")
    public LiveRules live() {
        Rulebook book = editions.live().book();
        return new LiveRules(
                Edition.of(book.rulesEdition()),
                Edition.of(book.factorsEdition()),
                book.rules().stream().map(LiveRule::of).toList(),
                book.factors().stream().map(LiveFactor::of).toList());
    }
}
