package org.communitysolutions.risk.decisions.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.communitysolutions.risk.decisions.Period;
import org.communitysolutions.risk.decisions.PrecisionMeasure;
import org.communitysolutions.risk.decisions.PrecisionMeasures;
import org.communitysolutions.risk.decisions.ReadDecisions;
import org.communitysolutions.risk.decisions.ShownDecisions;
import org.communitysolutions.risk.decisions.TaskTally;
import org.communitysolutions.risk.disclosure.SmallNumbers;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people made of the tasks that rules and outreach asked for: how right each of them was. */
@Path("rules/decisions")
@Tag(name = "Rules")
@RolesAllowed({"insight-analyst", "information-governance", "team-manager", "domestic-abuse-specialist"})
public class DecisionsResource {

    private final ReadDecisions read;
    private final PrecisionMeasures measures;
    private final SmallNumbers guard;
    private final CouncilCalendar calendar;
    private final CurrentCaller caller;

    DecisionsResource(
            ReadDecisions read,
            PrecisionMeasures measures,
            SmallNumbers guard,
            CouncilCalendar calendar,
            CurrentCaller caller) {
        this.read = read;
        this.measures = measures;
        this.guard = guard;
        this.calendar = calendar;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary =
                    "What people made of each rule's tasks, by version, and of each proposal's of outreach: counts and precision",
            description =
                    "Tasks count by the day of the event that led to them, those of outreach by that of the approval. Team managers and specialists get exact figures, others none that are small. Restricted rules and proposals are for domestic-abuse specialists alone.")
    public Uni<DecisionsAnswer> decisions(
            @Parameter(description = "The first day on which tasks were asked for; from the beginning without it")
                    @Schema(format = "date")
                    @QueryParam("from")
                    String from,
            @Parameter(description = "The last; until today without it") @Schema(format = "date") @QueryParam("to")
                    String to) {
        Period period = period(day("from", from), day("to", to));
        PrecisionMeasure measure = measures.on(calendar.today());
        Caller who = caller.get();
        return read.handle(who, period)
                .map(found -> DecisionsAnswer.of(period, measure, found, tasks -> shown(who, tasks, measure)));
    }

    private ShownDecisions shown(Caller who, TaskTally tasks, PrecisionMeasure measure) {
        return who.has("team-manager") || who.has("domestic-abuse-specialist")
                ? ShownDecisions.exact(tasks, measure)
                : ShownDecisions.guarded(tasks, measure, guard);
    }

    private static Period period(Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw Problem.invalid("to", "a day that is not before from");
        }
        return new Period(from, to);
    }

    private static Optional<LocalDate> day(String parameter, String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(parameter, "a date such as 2026-04-01");
        }
    }
}
