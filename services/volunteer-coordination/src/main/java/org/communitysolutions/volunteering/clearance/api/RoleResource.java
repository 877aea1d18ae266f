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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.volunteering.clearance.DefineRole;
import org.communitysolutions.volunteering.clearance.ReadRoles;
import org.communitysolutions.volunteering.clearance.domain.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What volunteers can do. */
@Path("roles")
@Tag(name = "Roles")
public class RoleResource {

    private final DefineRole define;
    private final ReadRoles read;
    private final CurrentCaller caller;

    RoleResource(DefineRole define, ReadRoles read, CurrentCaller caller) {
        this.define = define;
        this.read = read;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("team-manager")
    @Operation(summary = "Define a role: the most that it may ask for is a matter of law, and a manager answers for it")
    public Uni<Response> define(@NotNull @Valid NewRole request) {
        return define.handle(caller.get(), request.definition())
                .map(role ->
                        Response.status(Response.Status.CREATED).entity(role).build());
    }

    @GET
    @RolesAllowed({"volunteer-coordinator", "team-manager"})
    @Operation(summary = "List the roles")
    public Uni<Response> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        return read.handle(caller.get(), Page.after(cursor), Page.probe(limit))
                .map(rows -> Page.of(rows, limit, Role::id, Function.identity(), uri));
    }
}
