package org.communitysolutions.intake.household.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.communitysolutions.intake.Roles;
import org.communitysolutions.intake.household.RegisterHouseholds;
import org.communitysolutions.shared.web.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Registration in bulk, for services whose feeds name homes. */
@Path("household-registrations")
@Tag(name = "Households")
public class HouseholdRegistrationResource {

    private final RegisterHouseholds register;
    private final CurrentCaller caller;

    HouseholdRegistrationResource(RegisterHouseholds register, CurrentCaller caller) {
        this.register = register;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.SERVICE, Roles.FRONT_DOOR, Roles.TEAM_MANAGER})
    @Operation(summary = "Find or register up to 500 households, all or none; the answers keep the order")
    public Uni<HouseholdRegistrations.Answer> register(@NotNull @Valid HouseholdRegistrations request) {
        return register.handle(caller.get(), request.command()).map(request::answer);
    }
}
