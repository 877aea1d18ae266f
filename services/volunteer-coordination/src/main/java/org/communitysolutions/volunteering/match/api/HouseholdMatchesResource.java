package org.communitysolutions.volunteering.match.api;

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
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.volunteering.match.ReadMatches;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The volunteers who help one household, now or before. */
@Path("households/{householdId}/matches")
@RolesAllowed({"volunteer-coordinator", "team-manager"})
@Tag(name = "Matches")
public class HouseholdMatchesResource {

    private final ReadMatches read;
    private final CurrentCaller caller;

    HouseholdMatchesResource(ReadMatches read, CurrentCaller caller) {
        this.read = read;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "List a household's matches, oldest first; the read is audited")
    public Uni<Response> list(
            @PathParam("householdId") UUID household,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        return read.ofHousehold(caller.get(), household, Page.after(cursor), Page.probe(limit))
                .map(rows -> Page.of(
                        rows, limit, kept -> kept.state().match().id(), kept -> MatchView.of(kept.state()), uri));
    }
}
