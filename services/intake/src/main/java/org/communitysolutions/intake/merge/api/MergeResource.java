package org.communitysolutions.intake.merge.api;

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.communitysolutions.intake.Roles;
import org.communitysolutions.intake.merge.ConfirmMerge;
import org.communitysolutions.intake.merge.Merge;
import org.communitysolutions.intake.merge.ReadMerges;
import org.communitysolutions.intake.merge.ReverseMerge;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.PlainText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is decided about merges. */
@Path("merges")
@Tag(name = "Merges")
public class MergeResource {

    private final ReadMerges read;
    private final ConfirmMerge confirm;
    private final ReverseMerge reverse;
    private final CurrentCaller caller;

    MergeResource(ReadMerges read, ConfirmMerge confirm, ReverseMerge reverse, CurrentCaller caller) {
        this.read = read;
        this.confirm = confirm;
        this.reverse = reverse;
        this.caller = caller;
    }

    /** Why the records are not one household. */
    @Schema(name = "ReversalRequest")
    record ReversalRequest(@NotNull @PlainText(max = 1_000) String reason) {}

    @GET
    @RolesAllowed(Roles.DOMESTIC_ABUSE_SPECIALIST)
    @Operation(summary = "The merges that wait for a decision, the first proposed first")
    public Uni<Response> waiting(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        return read.waiting(caller.get(), Page.after(cursor), Page.probe(limit))
                .map(found -> Page.of(found, limit, Merge::id, MergeView.Waiting::of, uri));
    }

    @POST
    @Path("{id}/confirmation")
    @RolesAllowed(Roles.DOMESTIC_ABUSE_SPECIALIST)
    @Operation(summary = "Let a merge take effect; 409 if it does not wait, or a household of it was merged meanwhile")
    public Uni<MergeView> confirm(@PathParam("id") UUID id) {
        return confirm.handle(caller.get(), new ConfirmMerge.Confirmation(id)).map(MergeView::of);
    }

    @POST
    @Path("{id}/reversal")
    @RolesAllowed({Roles.DOMESTIC_ABUSE_SPECIALIST, Roles.TEAM_MANAGER})
    @Operation(
            summary = "Take a merge back, or decline one that waits; 409 if it has ended",
            description =
                    "The households are as they were; what was recorded of the surviving one since stays with it.")
    public Uni<MergeView> reverse(@PathParam("id") UUID id, @NotNull @Valid ReversalRequest request) {
        return reverse.handle(caller.get(), new ReverseMerge.Reversal(id, request.reason()))
                .map(MergeView::of);
    }
}
