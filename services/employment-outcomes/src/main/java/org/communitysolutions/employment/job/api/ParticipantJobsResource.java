package org.communitysolutions.employment.job.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.employment.job.KeptJob;
import org.communitysolutions.employment.job.ReadJobs;
import org.communitysolutions.employment.job.StartJob;
import org.communitysolutions.employment.participant.NoSuchParticipant;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.shared.web.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The jobs of one participant. */
@Path("participants/{participantId}/jobs")
@RolesAllowed({"employment-adviser", "team-manager"})
@Tag(name = "Jobs")
public class ParticipantJobsResource {

    private final StartJob start;
    private final ReadJobs read;
    private final CurrentCaller caller;

    ParticipantJobsResource(StartJob start, ReadJobs read, CurrentCaller caller) {
        this.start = start;
        this.read = read;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Record that a participant started a job, with the evidence that the caller saw")
    public Uni<Response> start(
            @PathParam("participantId") UUID participant, @NotNull @Valid NewJob request, @Context UriInfo uri) {
        return start.handle(caller.get(), request.start(participant))
                .onFailure(NoSuchParticipant.class)
                .transform(none -> Problem.notFound("participant"))
                .map(inWork -> Response.created(uri.getBaseUriBuilder()
                                .path(JobResource.class)
                                .path(inWork.job().id().toString())
                                .build())
                        .tag(Versions.tag(0))
                        .entity(JobView.of(new KeptJob(inWork, List.of(), 0)))
                        .build());
    }

    @GET
    @Operation(summary = "List a participant's jobs, oldest record first; the read is audited")
    public Uni<Response> list(
            @PathParam("participantId") UUID participant,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        return read.ofParticipant(caller.get(), participant, Page.after(cursor), Page.probe(limit))
                .map(found -> found.orElseThrow(() -> Problem.notFound("participant")))
                .map(rows -> Page.of(rows, limit, kept -> kept.state().job().id(), JobView::of, uri));
    }
}
