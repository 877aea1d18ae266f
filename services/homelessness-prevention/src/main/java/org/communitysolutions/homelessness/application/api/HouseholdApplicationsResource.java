package org.communitysolutions.homelessness.application.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.communitysolutions.homelessness.application.Application;
import org.communitysolutions.homelessness.application.ReadApplications;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What one household has asked for over time. */
@Path("households/{householdId}/applications")
@RolesAllowed({"housing-officer", "domestic-abuse-specialist", "team-manager"})
@Tag(name = "Applications")
public class HouseholdApplicationsResource {

    private final ReadApplications read;
    private final CurrentCaller caller;

    HouseholdApplicationsResource(ReadApplications read, CurrentCaller caller) {
        this.read = read;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "List a household's applications, oldest first; the read is audited")
    public Uni<Response> list(
            @PathParam("householdId") UUID household,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        return read.ofHousehold(caller.get(), household, Page.after(cursor), Page.probe(limit))
                .map(rows -> Page.of(rows, limit, Application::id, ApplicationView::of, uri));
    }
}
