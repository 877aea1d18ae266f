package org.communitysolutions.homelessness.application.api;

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
import org.communitysolutions.homelessness.application.MakeApproach;
import org.communitysolutions.homelessness.application.ReadApplications;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.shared.web.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Applications for help with homelessness. */
@Path("applications")
@RolesAllowed({"housing-officer", "domestic-abuse-specialist", "team-manager"})
@Tag(name = "Applications")
public class ApplicationResource {

    private final MakeApproach make;
    private final ReadApplications read;
    private final CouncilCalendar calendar;
    private final CurrentCaller caller;

    ApplicationResource(MakeApproach make, ReadApplications read, CouncilCalendar calendar, CurrentCaller caller) {
        this.make = make;
        this.read = read;
        this.calendar = calendar;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary =
                    "Record a household's approach; one because of domestic abuse can then be read by specialists only")
    public Uni<Response> make(@NotNull @Valid NewApproach request, @Context UriInfo uri) {
        return make.handle(caller.get(), request.approach(calendar.today()))
                .map(application -> Response.created(uri.getAbsolutePathBuilder()
                                .path(application.id().toString())
                                .build())
                        .tag(Versions.tag(application.version()))
                        .entity(ApplicationView.of(application))
                        .build());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read an application; the read is audited")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return read.byId(caller.get(), id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("application")))
                .map(application -> Response.ok(ApplicationView.of(application))
                        .tag(Versions.tag(application.version()))
                        .build());
    }
}
