package org.communitysolutions.intake.need.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.Roles;
import org.communitysolutions.intake.need.IdentifyNeed;
import org.communitysolutions.intake.need.ListNeeds;
import org.communitysolutions.intake.need.Need;
import org.communitysolutions.intake.need.Severity;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What households need help with. */
@Path("households/{household}/needs")
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
public class HouseholdNeedResource {

    private final IdentifyNeed identify;
    private final ListNeeds list;
    private final CurrentCaller caller;

    HouseholdNeedResource(IdentifyNeed identify, ListNeeds list, CurrentCaller caller) {
        this.identify = identify;
        this.list = list;
        this.caller = caller;
    }

    /** What was found, and in whom if it is not the whole household. */
    @Schema(name = "NeedRequest")
    record NeedRequest(@NotNull Need need, @NotNull Severity severity, UUID personId) {
        IdentifyNeed.Finding finding() {
            return new IdentifyNeed.Finding(Optional.ofNullable(personId), need, severity);
        }
    }

    @POST
    @Operation(
            summary = "Identify a need: 201 if it is new, 200 if it is open already",
            description = "Domestic abuse is no need here: record a disclosure.")
    public Uni<Response> identify(@PathParam("household") UUID household, @NotNull @Valid NeedRequest request) {
        return identify.handle(caller.get(), new IdentifyNeed.Identification(household, request.finding()))
                .map(identified -> Response.status(identified.isNew() ? Response.Status.CREATED : Response.Status.OK)
                        .entity(NeedView.of(identified.need()))
                        .build());
    }

    @GET
    @Operation(summary = "A household's needs, open and resolved, the first found first; the read is audited")
    public Uni<Page<NeedView>> list(@PathParam("household") UUID household) {
        return list.handle(caller.get(), household)
                .map(needs -> new Page<>(needs.stream().map(NeedView::of).toList()));
    }
}
