package org.communitysolutions.intake.membership.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.Roles;
import org.communitysolutions.intake.membership.JoinHousehold;
import org.communitysolutions.intake.membership.LeaveHousehold;
import org.communitysolutions.intake.membership.ListMembers;
import org.communitysolutions.intake.membership.MemberRole;
import org.communitysolutions.intake.membership.Membership;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.PlausibleDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who belongs to a household. */
@Path("households/{household}/members")
@Tag(name = "Households")
public class MemberResource {

    private final JoinHousehold join;
    private final LeaveHousehold leave;
    private final ListMembers list;
    private final CurrentCaller caller;

    MemberResource(JoinHousehold join, LeaveHousehold leave, ListMembers list, CurrentCaller caller) {
        this.join = join;
        this.leave = leave;
        this.list = list;
        this.caller = caller;
    }

    /** Who joins, as what, from which day on. */
    @Schema(name = "JoiningRequest")
    record JoiningRequest(
            @NotNull UUID personId,
            @NotNull MemberRole role,
            @NotNull @PlausibleDate LocalDate from) {}

    /** The last day as a member. */
    @Schema(name = "LeavingRequest")
    record LeavingRequest(@NotNull @PlausibleDate LocalDate until) {}

    /** A membership as the front line sees it; without a last day while it is open. */
    @Schema(name = "MemberView")
    record View(UUID personId, MemberRole role, LocalDate from, Optional<LocalDate> until) {
        static View of(Membership membership) {
            return new View(membership.personId(), membership.role(), membership.from(), membership.until());
        }
    }

    @POST
    @RolesAllowed({Roles.FRONT_DOOR, Roles.UNIVERSAL_WORKER, Roles.TARGETED_WORKER, Roles.TEAM_MANAGER})
    @Operation(summary = "A person joins the household; 409 if they belong to a household on one of those days")
    public Uni<Response> join(@PathParam("household") UUID household, @NotNull @Valid JoiningRequest request) {
        return join.handle(
                        caller.get(),
                        new JoinHousehold.Joining(household, request.personId(), request.role(), request.from()))
                .map(membership -> Response.status(Response.Status.CREATED)
                        .entity(View.of(membership))
                        .build());
    }

    @POST
    @Path("{person}/departure")
    @RolesAllowed({Roles.FRONT_DOOR, Roles.UNIVERSAL_WORKER, Roles.TARGETED_WORKER, Roles.TEAM_MANAGER})
    @Operation(summary = "A member leaves the household; 404 if they have no membership there that is open")
    public Uni<View> leave(
            @PathParam("household") UUID household,
            @PathParam("person") UUID person,
            @NotNull @Valid LeavingRequest request) {
        return leave.handle(caller.get(), new LeaveHousehold.Leaving(household, person, request.until()))
                .map(View::of);
    }

    @GET
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
    @Operation(summary = "Who belongs or has belonged to the household, the earliest first; the read is audited")
    public Uni<Page<View>> list(@PathParam("household") UUID household) {
        return list.handle(caller.get(), household)
                .map(members -> new Page<>(members.stream().map(View::of).toList()));
    }
}
