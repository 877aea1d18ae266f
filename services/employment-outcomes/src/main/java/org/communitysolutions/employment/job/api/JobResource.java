package org.communitysolutions.employment.job.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.communitysolutions.employment.job.KeptJob;
import org.communitysolutions.employment.job.LoseJob;
import org.communitysolutions.employment.job.NoSuchJob;
import org.communitysolutions.employment.job.ReadJobs;
import org.communitysolutions.employment.job.SustainWork;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.shared.web.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A job, once started. */
@Path("jobs")
@RolesAllowed({"employment-adviser", "team-manager"})
@Tag(name = "Jobs")
public class JobResource {

    private final ReadJobs read;
    private final LoseJob lose;
    private final SustainWork sustain;
    private final CurrentCaller caller;

    JobResource(ReadJobs read, LoseJob lose, SustainWork sustain, CurrentCaller caller) {
        this.read = read;
        this.lose = lose;
        this.sustain = sustain;
        this.caller = caller;
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a job and the weeks claimed in it; the read is audited")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return read.byId(caller.get(), id).map(found -> answer(found.orElseThrow(() -> Problem.notFound("job"))));
    }

    @POST
    @Path("{id}/lost")
    @Operation(summary = "Record that the job was lost")
    public Uni<Response> lost(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid NewLoss request) {
        return lose.handle(caller.get(), new LoseJob.Loss(id, Versions.required(ifMatch), request.on()))
                .onFailure(NoSuchJob.class)
                .transform(none -> Problem.notFound("job"))
                .map(JobResource::answer);
    }

    @POST
    @Path("{id}/sustained")
    @Operation(summary = "Claim that 13 or 26 weeks in work were reached in this job")
    public Uni<Response> sustained(@PathParam("id") UUID id, @NotNull @Valid NewClaim request) {
        return sustain.handle(caller.get(), request.claim(id))
                .onFailure(NoSuchJob.class)
                .transform(none -> Problem.notFound("job"))
                .map(claim -> Response.status(Response.Status.CREATED)
                        .entity(ClaimView.of(claim))
                        .build());
    }

    private static Response answer(KeptJob kept) {
        return Response.ok(JobView.of(kept)).tag(Versions.tag(kept.version())).build();
    }
}
