package org.communitysolutions.homelessness.duty.api;

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
import org.communitysolutions.homelessness.application.NoSuchApplication;
import org.communitysolutions.homelessness.duty.AcceptDuty;
import org.communitysolutions.homelessness.duty.NoSuchNotice;
import org.communitysolutions.homelessness.duty.ReadDuties;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.shared.web.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The duties on one application. */
@Path("applications/{applicationId}/duties")
@RolesAllowed({"housing-officer", "domestic-abuse-specialist", "team-manager"})
@Tag(name = "Duties")
public class ApplicationDutiesResource {

    private final AcceptDuty accept;
    private final ReadDuties read;
    private final CurrentCaller caller;

    ApplicationDutiesResource(AcceptDuty accept, ReadDuties read, CurrentCaller caller) {
        this.accept = accept;
        this.read = read;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary =
                    "Accept a duty: prevention for a household under threat, then relief; the answer has the deadline")
    public Uni<Response> accept(
            @PathParam("applicationId") UUID application, @NotNull @Valid NewDuty request, @Context UriInfo uri) {
        return accept.handle(caller.get(), request.acceptance(application))
                .onFailure(NoSuchApplication.class)
                .transform(none -> Problem.notFound("application"))
                .onFailure(NoSuchNotice.class)
                .transform(none -> Problem.unprocessable(
                        "no-such-notice",
                        "The application has no such notice",
                        "Name a notice of this application, or one of its household that has no application."))
                .map(owed -> Response.created(uri.getBaseUriBuilder()
                                .path(DutyResource.class)
                                .path(owed.duty().id().toString())
                                .build())
                        .tag(Versions.tag(0))
                        .entity(DutyView.of(owed))
                        .build());
    }

    @GET
    @Operation(summary = "List an application's duties, at most one of each kind; the read is audited")
    public Uni<Page<DutyView>> list(@PathParam("applicationId") UUID application) {
        return read.ofApplication(caller.get(), application)
                .map(found -> found.orElseThrow(() -> Problem.notFound("application")))
                .map(duties -> new Page<>(
                        duties.stream().map(duty -> DutyView.of(duty.state())).toList()));
    }
}
