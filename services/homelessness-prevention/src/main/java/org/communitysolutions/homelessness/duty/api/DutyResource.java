package org.communitysolutions.homelessness.duty.api;

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
import org.communitysolutions.homelessness.duty.EndDuty;
import org.communitysolutions.homelessness.duty.KeptDuty;
import org.communitysolutions.homelessness.duty.ReadDuties;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.shared.web.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A duty, once accepted. */
@Path("duties")
@RolesAllowed({"housing-officer", "domestic-abuse-specialist", "team-manager"})
@Tag(name = "Duties")
public class DutyResource {

    private final ReadDuties read;
    private final EndDuty end;
    private final CurrentCaller caller;

    DutyResource(ReadDuties read, EndDuty end, CurrentCaller caller) {
        this.read = read;
        this.end = end;
        this.caller = caller;
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a duty; the read is audited")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return read.byId(caller.get(), id).map(DutyResource::answer);
    }

    @POST
    @Path("{id}/end")
    @Operation(summary = "End a duty, with a reason that it can end for and the day of the notice in writing")
    public Uni<Response> end(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid DutyEnding request) {
        return end.handle(caller.get(), request.ending(id, Versions.required(ifMatch)))
                .map(DutyResource::answer);
    }

    private static Response answer(Optional<KeptDuty> found) {
        KeptDuty duty = found.orElseThrow(() -> Problem.notFound("duty"));
        return Response.ok(DutyView.of(duty.state()))
                .tag(Versions.tag(duty.version()))
                .build();
    }
}
