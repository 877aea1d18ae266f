package org.communitysolutions.intake.need.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.communitysolutions.intake.Roles;
import org.communitysolutions.intake.need.ResolveNeed;
import org.communitysolutions.shared.web.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A need on its own. */
@Path("needs")
@Tag(name = "Needs")
@RolesAllowed({
    Roles.FRONT_DOOR,
    Roles.UNIVERSAL_WORKER,
    Roles.TARGETED_WORKER,
    Roles.DEBT_ADVISER,
    Roles.HOUSING_OFFICER,
    Roles.EMPLOYMENT_ADVISER,
    Roles.DOMESTIC_ABUSE_SPECIALIST,
    Roles.TEAM_MANAGER
})
public class NeedResource {

    private final ResolveNeed resolve;
    private final CurrentCaller caller;

    NeedResource(ResolveNeed resolve, CurrentCaller caller) {
        this.resolve = resolve;
        this.caller = caller;
    }

    @POST
    @Path("{id}/resolution")
    @Operation(summary = "Resolve a need; 409 if it is resolved already")
    public Uni<NeedView> resolve(@PathParam("id") UUID id) {
        return resolve.handle(caller.get(), new ResolveNeed.Resolution(id)).map(NeedView::of);
    }
}
