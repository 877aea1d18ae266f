package org.communitysolutions.risk.editions.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.communitysolutions.risk.disclosure.SmallNumbers;
import org.communitysolutions.risk.editions.ReadShadow;
import org.communitysolutions.risk.editions.ShadowEdition;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An edition in the shadow of the live one: evaluated by what happens, and silent. */
@Path("rules/editions/{version}/shadow")
@Tag(name = "Rules")
@RolesAllowed("insight-analyst")
public class ShadowResource {

    private final ShadowEdition shadow;
    private final ReadShadow read;
    private final SmallNumbers small;
    private final CurrentCaller caller;

    ShadowResource(ShadowEdition shadow, ReadShadow read, SmallNumbers small, CurrentCaller caller) {
        this.shadow = shadow;
        this.read = read;
        this.small = small;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary =
                    "Evaluate by an edition in silence and count what it would ask for; one edition at a time. Twice is as once")
    public Uni<EditionView> begin(@PathParam("version") String version) {
        return shadow.begin(caller.get(), version).map(EditionView::answer);
    }

    @DELETE
    @Operation(summary = "End an edition's time in shadow; its counts are kept. Twice is as once")
    public Uni<EditionView> end(@PathParam("version") String version) {
        return shadow.end(caller.get(), version).map(EditionView::answer);
    }

    @GET
    @RolesAllowed({"insight-analyst", "team-manager", "information-governance", "domestic-abuse-specialist"})
    @Operation(
            summary =
                    "What an edition would have asked for while it was last in shadow, beside the live one; small numbers are suppressed for those who may not see the households")
    public Uni<ShadowView> counts(@PathParam("version") String version) {
        Caller reader = caller.get();
        return read.handle(reader, version)
                .map(found -> found.orElseThrow(() -> Problem.notFound("time in shadow")))
                .map(counts -> reader.has("team-manager") || reader.has("domestic-abuse-specialist")
                        ? ShadowView.exact(counts)
                        : ShadowView.suppressed(counts, small));
    }
}
