package org.communitysolutions.intake.household.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.communitysolutions.intake.Roles;
import org.communitysolutions.intake.household.ChangeHouseholdDetails;
import org.communitysolutions.intake.household.ReadHousehold;
import org.communitysolutions.intake.household.RegisterHousehold;
import org.communitysolutions.intake.household.SearchHouseholds;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.shared.web.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The registry of households. */
@Path("households")
@Tag(name = "Households")
public class HouseholdResource {

    private final RegisterHousehold register;
    private final ReadHousehold read;
    private final SearchHouseholds search;
    private final ChangeHouseholdDetails change;
    private final CurrentCaller caller;

    HouseholdResource(
            RegisterHousehold register,
            ReadHousehold read,
            SearchHouseholds search,
            ChangeHouseholdDetails change,
            CurrentCaller caller) {
        this.register = register;
        this.read = read;
        this.search = search;
        this.change = change;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.FRONT_DOOR, Roles.UNIVERSAL_WORKER, Roles.TARGETED_WORKER, Roles.TEAM_MANAGER})
    @Operation(summary = "Register a household: 201 if it is new, 200 if the registry already knows it")
    public Uni<Response> register(@NotNull @Valid NewHousehold request, @Context UriInfo uri) {
        return register.handle(caller.get(), request.registration()).map(registered -> {
            HouseholdView view = HouseholdView.of(registered.household());
            Response.ResponseBuilder answer = registered.isNew()
                    ? Response.created(uri.getAbsolutePathBuilder()
                            .path(view.id().toString())
                            .build())
                    : Response.ok();
            return answer.tag(Versions.tag(registered.household().version()))
                    .entity(view)
                    .build();
        });
    }

    @GET
    @Path("{id}")
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
    @Operation(summary = "Read a household; the read is audited")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return read.handle(caller.get(), id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("household")))
                .map(household -> Response.ok(HouseholdView.of(household))
                        .tag(Versions.tag(household.version()))
                        .build());
    }

    @POST
    @Path("search")
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
    @Operation(summary = "Find who lives or has lived at a home; each household found is audited as read")
    public Uni<Page<HouseholdView>> search(@NotNull @Valid HouseholdSearch request) {
        return search.handle(caller.get(), request.search())
                .map(found -> new Page<>(found.stream().map(HouseholdView::of).toList()));
    }

    @PUT
    @Path("{id}/details")
    @RolesAllowed({Roles.FRONT_DOOR, Roles.UNIVERSAL_WORKER, Roles.TARGETED_WORKER, Roles.TEAM_MANAGER})
    @Operation(summary = "Replace what is known about a household's circumstances")
    public Uni<Response> change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid HouseholdDetailsRequest request) {
        return change.handle(
                        caller.get(),
                        new ChangeHouseholdDetails.Change(id, Versions.required(ifMatch), request.details()))
                .map(found -> found.orElseThrow(() -> Problem.notFound("household")))
                .map(household -> Response.ok(HouseholdView.of(household))
                        .tag(Versions.tag(household.version()))
                        .build());
    }
}
