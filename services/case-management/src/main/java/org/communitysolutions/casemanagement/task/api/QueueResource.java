package org.communitysolutions.casemanagement.task.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.QueuePosition;
import org.communitysolutions.casemanagement.task.ReadQueue;
import org.communitysolutions.casemanagement.task.TaskState;
import org.communitysolutions.casemanagement.task.domain.Task;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for a team. */
@Path("teams/{team}/tasks")
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
public class QueueResource {

    private static final int PARTS = 3;

    private final ReadQueue queue;
    private final CurrentCaller caller;

    QueueResource(ReadQueue queue, CurrentCaller caller) {
        this.queue = queue;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "A team's tasks in one state: by priority, then due date, then id")
    public Uni<Response> list(
            @PathParam("team") String team,
            @QueryParam("state")
                    @DefaultValue("open")
                    @Pattern(
                            regexp = "open|claimed|completed|withdrawn",
                            message = "must be open, claimed, completed or withdrawn")
                    String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        ReadQueue.Query query = new ReadQueue.Query(
                team, TaskState.valueOf(state.toUpperCase(Locale.ROOT)), position(cursor), Page.probe(limit));
        return queue.handle(caller.get(), query)
                .map(found -> found.orElseThrow(Refusals::notInTeam))
                .map(tasks -> Page.ordered(tasks, limit, QueueResource::place, TaskSummary::of, uri));
    }

    private static List<String> place(Task task) {
        QueuePosition position = QueuePosition.of(task.particulars());
        return List.of(
                Integer.toString(position.urgency()),
                position.dueOn().toString(),
                position.id().toString());
    }

    private static QueuePosition position(String cursor) {
        return Page.position(
                        cursor,
                        PARTS,
                        parts -> new QueuePosition(
                                Integer.parseInt(parts.get(0)),
                                LocalDate.parse(parts.get(1)),
                                UUID.fromString(parts.get(2))))
                .orElse(QueuePosition.START);
    }
}
