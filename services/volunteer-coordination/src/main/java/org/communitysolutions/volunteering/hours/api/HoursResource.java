package org.communitysolutions.volunteering.hours.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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
import org.communitysolutions.volunteering.hours.ApproveHours;
import org.communitysolutions.volunteering.hours.KeptHours;
import org.communitysolutions.volunteering.hours.ReadHours;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Time that was given, once logged. */
@Path("hours")
@RolesAllowed({"volunteer-coordinator", "team-manager"})
@Tag(name = "Hours")
public class HoursResource {

    private final ReadHours read;
    private final ApproveHours approve;
    private final CurrentCaller caller;

    HoursResource(ReadHours read, ApproveHours approve, CurrentCaller caller) {
        this.read = read;
        this.approve = approve;
        this.caller = caller;
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read time that was given; the read is audited")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return read.byId(caller.get(), id).map(HoursResource::answer);
    }

    @POST
    @Path("{id}/approve")
    @Operation(summary = "Approve time that somebody else logged")
    public Uni<Response> approve(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return approve.handle(caller.get(), new ApproveHours.Approval(id, Versions.required(ifMatch)))
                .map(HoursResource::answer);
    }

    private static Response answer(Optional<KeptHours> found) {
        KeptHours hours = found.orElseThrow(() -> Problem.notFound("record of hours"));
        return Response.ok(HoursView.of(hours.state()))
                .tag(Versions.tag(hours.version()))
                .build();
    }
}
