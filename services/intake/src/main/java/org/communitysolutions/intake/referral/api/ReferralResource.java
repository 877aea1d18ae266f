package org.communitysolutions.intake.referral.api;

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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.Roles;
import org.communitysolutions.intake.referral.Consent;
import org.communitysolutions.intake.referral.ReadReferrals;
import org.communitysolutions.intake.referral.ReceiveReferral;
import org.communitysolutions.intake.referral.Referral;
import org.communitysolutions.intake.referral.ReferralKind;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What agencies, people and the council's own signals bring in. */
@Path("referrals")
@Tag(name = "Referrals")
@RolesAllowed({
    Roles.FRONT_DOOR,
    Roles.UNIVERSAL_WORKER,
    Roles.TARGETED_WORKER,
    Roles.HOUSING_OFFICER,
    Roles.TEAM_MANAGER
})
public class ReferralResource {

    private final ReceiveReferral receive;
    private final ReadReferrals read;
    private final CurrentCaller caller;

    ReferralResource(ReceiveReferral receive, ReadReferrals read, CurrentCaller caller) {
        this.receive = receive;
        this.read = read;
        this.caller = caller;
    }

    /** A referral as the front line sees it. */
    @Schema(name = "ReferralView")
    record View(
            UUID id,
            Optional<UUID> householdId,
            Optional<UUID> personId,
            String agency,
            ReferralKind kind,
            Optional<String> reason,
            Consent consent,
            Instant receivedAt) {
        static View of(Referral referral) {
            return new View(
                    referral.id(),
                    referral.householdId(),
                    referral.personId(),
                    referral.agency(),
                    referral.kind(),
                    referral.reason(),
                    referral.consent(),
                    referral.receivedAt());
        }
    }

    /** A referral in the list: enough to choose, and nothing of what was said. */
    @Schema(name = "ReferralInList")
    record Line(UUID id, String agency, ReferralKind kind, Instant receivedAt) {
        static Line of(Referral referral) {
            return new Line(referral.id(), referral.agency(), referral.kind(), referral.receivedAt());
        }
    }

    @POST
    @Operation(
            summary = "Take a referral in",
            description =
                    "Under the duty to refer (Housing Act 1996 s213B) it comes from an authority that has the duty,"
                            + " and with the person's consent to be referred and to be contacted.")
    public Uni<Response> receive(@NotNull @Valid NewReferral request, @Context UriInfo uri) {
        return receive.handle(caller.get(), request.incoming())
                .map(referral -> Response.created(uri.getAbsolutePathBuilder()
                                .path(referral.id().toString())
                                .build())
                        .entity(View.of(referral))
                        .build());
    }

    @GET
    @Operation(summary = "The referrals that came in, the oldest first")
    public Uni<Response> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        return read.all(caller.get(), Page.after(cursor), Page.probe(limit))
                .map(found -> Page.of(found, limit, Referral::id, Line::of, uri));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a referral; the read is audited")
    public Uni<View> read(@PathParam("id") UUID id) {
        return read.one(caller.get(), id).map(found -> View.of(found.orElseThrow(() -> Problem.notFound("referral"))));
    }
}
