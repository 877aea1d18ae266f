package org.communitysolutions.volunteering.hours.api;

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
import org.communitysolutions.volunteering.hours.LogHours;
import org.communitysolutions.volunteering.hours.ReadHours;
import org.communitysolutions.volunteering.volunteer.NoSuchVolunteer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The time that one volunteer gave. */
@Path("volunteers/{volunteerId}/hours")
@RolesAllowed({"volunteer-coordinator", "team-manager"})
@Tag(name = "Hours")
public class VolunteerHoursResource {

    private final LogHours log;
    private final ReadHours read;
    private final CurrentCaller caller;

    VolunteerHoursResource(LogHours log, ReadHours read, CurrentCaller caller) {
        this.log = log;
        this.read = read;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Log time that a volunteer gave on a day, in a match or otherwise")
    public Uni<Response> log(
            @PathParam("volunteerId") UUID volunteer, @NotNull @Valid NewHours request, @Context UriInfo uri) {
        return log.handle(caller.get(), request.log(volunteer))
                .onFailure(NoSuchVolunteer.class)
                .transform(none -> Problem.notFound("volunteer"))
                .map(logged -> Response.created(uri.getBaseUriBuilder()
                                .path(HoursResource.class)
                                .path(logged.hours().id().toString())
                                .build())
                        .tag(Versions.tag(0))
                        .entity(HoursView.of(logged))
                        .build());
    }

    @GET
    @Operation(summary = "List the time that a volunteer gave, oldest record first; the read is audited")
    public Uni<Response> list(
            @PathParam("volunteerId") UUID volunteer,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        return read.ofVolunteer(caller.get(), volunteer, Page.after(cursor), Page.probe(limit))
                .map(found -> found.orElseThrow(() -> Problem.notFound("volunteer")))
                .map(rows -> Page.of(
                        rows, limit, kept -> kept.state().hours().id(), kept -> HoursView.of(kept.state()), uri));
    }
}
