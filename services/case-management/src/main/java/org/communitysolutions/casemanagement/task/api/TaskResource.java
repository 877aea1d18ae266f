package org.communitysolutions.casemanagement.task.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.ClaimTask;
import org.communitysolutions.casemanagement.task.CompleteTask;
import org.communitysolutions.casemanagement.task.HandOverTask;
import org.communitysolutions.casemanagement.task.RaiseTask;
import org.communitysolutions.casemanagement.task.ReadTask;
import org.communitysolutions.casemanagement.task.TaskAnswer;
import org.communitysolutions.casemanagement.task.domain.Open;
import org.communitysolutions.casemanagement.task.domain.Particulars;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One task at a time. */
@Path("tasks")
@Tag(name = "Tasks")
@RolesAllowed({
    "front-door",
    "universal-worker",
    "targeted-worker",
    "domestic-abuse-specialist",
    "debt-adviser",
    "housing-officer",
    "employment-adviser",
    "volunteer-coordinator",
    "team-manager"
})
public class TaskResource {

    private final RaiseTask raise;
    private final ReadTask read;
    private final ClaimTask claim;
    private final CompleteTask complete;
    private final HandOverTask handOver;
    private final CurrentCaller caller;
    private final Clock clock;

    TaskResource(
            RaiseTask raise,
            ReadTask read,
            ClaimTask claim,
            CompleteTask complete,
            HandOverTask handOver,
            CurrentCaller caller,
            Clock clock) {
        this.raise = raise;
        this.read = read;
        this.claim = claim;
        this.complete = complete;
        this.handOver = handOver;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Operation(summary = "Ask a team for something; it then stands in the team's queue")
    public Uni<Response> raise(@NotNull @Valid NewTask request, @Context UriInfo uri) {
        LocalDate today = CouncilCalendar.dayOf(clock.instant());
        if (request.dueOn().isBefore(today) || request.dueOn().isAfter(today.plusYears(1))) {
            throw Problem.invalid("/dueOn", "must be a day from today to a year from now");
        }
        return raise.handle(caller.get(), request.wish()).map(raised -> {
            Particulars task = raised.task()
                    .orElseThrow(() -> Refusals.of(raised.objection().orElseThrow()));
            return Response.created(uri.getAbsolutePathBuilder()
                            .path(task.id().toString())
                            .build())
                    .entity(TaskView.of(new Open(task)))
                    .build();
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a task, its reasons and where it has been; the read is audited")
    public Uni<TaskView> read(@PathParam("id") UUID id) {
        return read.handle(caller.get(), id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("task")))
                .map(found -> TaskView.of(found.task(), found.handOvers()));
    }

    @POST
    @Path("{id}/claim")
    @Operation(summary = "Take a task up: of two workers at once one wins, the other gets 409 already-claimed")
    public Uni<TaskView> claim(@PathParam("id") UUID id) {
        return claim.handle(caller.get(), id).map(TaskResource::view);
    }

    @POST
    @Path("{id}/complete")
    @Operation(summary = "Say what came of a task that the caller has claimed")
    public Uni<TaskView> complete(@PathParam("id") UUID id, @NotNull @Valid CompletionRequest request) {
        return complete.handle(caller.get(), request.completion(id)).map(TaskResource::view);
    }

    @POST
    @Path("{id}/hand-over")
    @Operation(summary = "Pass a task to another team's queue, or put a claimed one back into its own")
    public Uni<TaskView> handOver(@PathParam("id") UUID id, @NotNull @Valid HandOverRequest request) {
        return handOver.handle(caller.get(), request.passing(id)).map(TaskResource::view);
    }

    private static TaskView view(TaskAnswer answer) {
        return switch (answer) {
            case TaskAnswer.Stands stands -> TaskView.of(stands.task());
            case TaskAnswer.Absent absent -> throw Problem.notFound("task");
            case TaskAnswer.Refused refused -> throw Refusals.of(refused.why());
        };
    }
}
