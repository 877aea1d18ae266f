package org.communitysolutions.risk.segments.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;
import org.communitysolutions.risk.segments.AskedQuery;
import org.communitysolutions.risk.segments.CountSegment;
import org.communitysolutions.risk.segments.FoundHousehold;
import org.communitysolutions.risk.segments.ListSegment;
import org.communitysolutions.risk.segments.QueryRefused;
import org.communitysolutions.risk.segments.ReadAskedQueries;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Households at large: how many have what in common, and how many of them nobody knows. */
@Path("segments")
@Tag(name = "Segments")
public class SegmentResource {

    private final CountSegment count;
    private final ListSegment list;
    private final ReadAskedQueries asked;
    private final CurrentCaller caller;

    SegmentResource(CountSegment count, ListSegment list, ReadAskedQueries asked, CurrentCaller caller) {
        this.count = count;
        this.list = list;
        this.asked = asked;
        this.caller = caller;
    }

    @POST
    @Path("query")
    @RolesAllowed({"insight-analyst", "information-governance", "team-manager"})
    @Operation(
            summary =
                    "Count households, known and unknown, in all and by ward, band and kind. Small numbers are suppressed and others rounded, except for a team manager. The query is kept")
    public Uni<SegmentAnswer> count(@NotNull @Valid SegmentRequest request) {
        return count.handle(caller.get(), request.where())
                .onFailure(QueryRefused.class)
                .transform(SegmentResource::problem)
                .map(SegmentAnswer::of);
    }

    @POST
    @Path("query/households")
    @RolesAllowed("team-manager")
    @Operation(
            summary =
                    "List the known households that are found, with a purpose; unknown ones are never listed. The query is kept, and each household is audited as read")
    public Uni<Response> list(
            @HeaderParam(CurrentCaller.PURPOSE) String purpose,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MOST) int limit,
            @NotNull @Valid SegmentRequest request,
            @Context UriInfo uri) {
        if (purpose == null) {
            throw Problem.badHeader(CurrentCaller.PURPOSE, "must say what the list is for");
        }
        return list.handle(caller.get(), new ListSegment.Part(request.where(), Page.after(cursor), limit))
                .onFailure(QueryRefused.class)
                .transform(SegmentResource::problem)
                .map(found -> Page.of(found, limit, FoundHousehold::household, Function.identity(), uri));
    }

    @GET
    @Path("queries")
    @RolesAllowed("information-governance")
    @Operation(summary = "Which queries were asked, by whom and for what, newest first")
    public Uni<Response> asked(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        return asked.handle(caller.get(), Page.after(cursor), Page.probe(limit))
                .map(found -> Page.of(found, limit, AskedQuery::id, AskedQueryView::of, uri));
    }

    private static Throwable problem(Throwable refused) {
        return Problem.invalid(((QueryRefused) refused)
                .wrong().stream()
                        .map(wrong -> new Problem.Field("/where" + wrong.pointer(), wrong.expected()))
                        .toList());
    }
}
