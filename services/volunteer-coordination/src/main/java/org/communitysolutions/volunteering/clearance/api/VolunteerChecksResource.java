package org.communitysolutions.volunteering.clearance.api;

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
import java.util.UUID;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.shared.web.Versions;
import org.communitysolutions.volunteering.clearance.AskForCheck;
import org.communitysolutions.volunteering.clearance.ReadChecks;
import org.communitysolutions.volunteering.volunteer.NoSuchVolunteer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The checks of one volunteer. */
@Path("volunteers/{volunteerId}/checks")
@RolesAllowed({"volunteer-coordinator", "team-manager"})
@Tag(name = "Checks")
public class VolunteerChecksResource {

    private final AskForCheck ask;
    private final ReadChecks read;
    private final CurrentCaller caller;

    VolunteerChecksResource(AskForCheck ask, ReadChecks read, CurrentCaller caller) {
        this.ask = ask;
        this.read = read;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Ask a volunteer for a check for a role; more than the role is eligible for is refused")
    public Uni<Response> ask(
            @PathParam("volunteerId") UUID volunteer, @NotNull @Valid NewCheck request, @Context UriInfo uri) {
        return ask.handle(caller.get(), request.asking(volunteer))
                .onFailure(NoSuchVolunteer.class)
                .transform(none -> Problem.notFound("volunteer"))
                .map(asked -> Response.created(uri.getBaseUriBuilder()
                                .path(CheckResource.class)
                                .path(asked.check().id().toString())
                                .build())
                        .tag(Versions.tag(0))
                        .entity(CheckView.of(asked))
                        .build());
    }

    @GET
    @Operation(summary = "List a volunteer's checks, oldest record first; the read is audited")
    public Uni<Response> list(
            @PathParam("volunteerId") UUID volunteer,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        return read.ofVolunteer(caller.get(), volunteer, Page.after(cursor), Page.probe(limit))
                .map(found -> found.orElseThrow(() -> Problem.notFound("volunteer")))
                .map(rows -> Page.of(
                        rows, limit, kept -> kept.state().check().id(), kept -> CheckView.of(kept.state()), uri));
    }
}
