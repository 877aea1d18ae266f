package org.communitysolutions.homelessness.notice.api;

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
import org.communitysolutions.homelessness.notice.Notice;
import org.communitysolutions.homelessness.notice.ReadNotices;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The notices that one household was served. */
@Path("households/{householdId}/notices")
@RolesAllowed({"housing-officer", "domestic-abuse-specialist", "team-manager"})
@Tag(name = "Notices")
public class HouseholdNoticesResource {

    private final ReadNotices read;
    private final CurrentCaller caller;

    HouseholdNoticesResource(ReadNotices read, CurrentCaller caller) {
        this.read = read;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "List a household's notices, oldest first; the read is audited")
    public Uni<Response> list(
            @PathParam("householdId") UUID household,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        return read.ofHousehold(caller.get(), household, Page.after(cursor), Page.probe(limit))
                .map(rows -> Page.of(rows, limit, Notice::id, NoticeView::of, uri));
    }
}
