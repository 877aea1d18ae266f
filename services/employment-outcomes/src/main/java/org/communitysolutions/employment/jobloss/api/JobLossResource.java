package org.communitysolutions.employment.jobloss.api;

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
import java.util.UUID;
import org.communitysolutions.employment.jobloss.ReadJobLosses;
import org.communitysolutions.employment.jobloss.RecordJobLoss;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.shared.web.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Jobs that people lost, in employment support or not. */
@Path("job-losses")
@RolesAllowed({"employment-adviser", "team-manager"})
@Tag(name = "Job losses")
public class JobLossResource {

    private final RecordJobLoss record;
    private final ReadJobLosses read;
    private final CouncilCalendar calendar;
    private final CurrentCaller caller;

    JobLossResource(RecordJobLoss record, ReadJobLosses read, CouncilCalendar calendar, CurrentCaller caller) {
        this.record = record;
        this.read = read;
        this.calendar = calendar;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Record that somebody lost a job that is not known here")
    public Uni<Response> lost(@NotNull @Valid NewJobLoss request, @Context UriInfo uri) {
        return record.handle(caller.get(), request.loss(calendar.today())).map(loss -> Response.created(
                        uri.getAbsolutePathBuilder().path(loss.id().toString()).build())
                .tag(Versions.tag(loss.version()))
                .entity(JobLossView.of(loss))
                .build());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a job loss; the read is audited")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return read.byId(caller.get(), id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("job loss")))
                .map(loss -> Response.ok(JobLossView.of(loss))
                        .tag(Versions.tag(loss.version()))
                        .build());
    }
}
