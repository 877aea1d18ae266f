package org.communitysolutions.volunteering.clearance.api;

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
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.shared.web.Versions;
import org.communitysolutions.volunteering.clearance.ClearVolunteer;
import org.communitysolutions.volunteering.clearance.KeptCheck;
import org.communitysolutions.volunteering.clearance.ReadChecks;
import org.communitysolutions.volunteering.clearance.RejectCheck;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A check, once asked for. */
@Path("checks")
@RolesAllowed({"volunteer-coordinator", "team-manager"})
@Tag(name = "Checks")
public class CheckResource {

    private final ReadChecks read;
    private final ClearVolunteer clear;
    private final RejectCheck reject;
    private final CurrentCaller caller;

    CheckResource(ReadChecks read, ClearVolunteer clear, RejectCheck reject, CurrentCaller caller) {
        this.read = read;
        this.clear = clear;
        this.reject = reject;
        this.caller = caller;
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a check; the read is audited")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return read.byId(caller.get(), id).map(CheckResource::answer);
    }

    @POST
    @Path("{id}/cleared")
    @Operation(summary = "Clear the volunteer: the check came back in order")
    public Uni<Response> cleared(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Issue request) {
        return clear.handle(
                        caller.get(), new ClearVolunteer.Clearance(id, Versions.required(ifMatch), request.issuedOn()))
                .map(CheckResource::answer);
    }

    @POST
    @Path("{id}/not-cleared")
    @Operation(summary = "Keep that the volunteer is not cleared after this check; why not is not kept")
    public Uni<Response> notCleared(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Rejection request) {
        return reject.handle(caller.get(), new RejectCheck.Rejection(id, Versions.required(ifMatch), request.on()))
                .map(CheckResource::answer);
    }

    private static Response answer(Optional<KeptCheck> found) {
        KeptCheck check = found.orElseThrow(() -> Problem.notFound("check"));
        return Response.ok(CheckView.of(check.state()))
                .tag(Versions.tag(check.version()))
                .build();
    }
}
