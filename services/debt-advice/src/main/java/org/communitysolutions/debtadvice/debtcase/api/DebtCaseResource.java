package org.communitysolutions.debtadvice.debtcase.api;

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.communitysolutions.debtadvice.debtcase.CloseDebtCase;
import org.communitysolutions.debtadvice.debtcase.KeptDebtCase;
import org.communitysolutions.debtadvice.debtcase.OpenDebtCase;
import org.communitysolutions.debtadvice.debtcase.ReadDebtCases;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.shared.web.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Households' debts in an adviser's care. */
@Path("debt-cases")
@Tag(name = "Debt cases")
public class DebtCaseResource {

    private final OpenDebtCase open;
    private final CloseDebtCase close;
    private final ReadDebtCases read;
    private final CurrentCaller caller;

    DebtCaseResource(OpenDebtCase open, CloseDebtCase close, ReadDebtCases read, CurrentCaller caller) {
        this.open = open;
        this.close = close;
        this.read = read;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"debt-adviser", "team-manager"})
    @Operation(summary = "Take up a household's debts; 409 if it has an open case")
    public Uni<Response> open(@NotNull @Valid NewDebtCase request, @Context UriInfo uri) {
        return open.handle(caller.get(), new OpenDebtCase.Opening(request.householdId()))
                .onFailure(OpenDebtCase.AlreadyOpen.class)
                .transform(failure -> Problem.conflict(
                        "debt-case-open",
                        "The household has an open debt case",
                        "Work on that one, or close it first."))
                .onFailure(OpenDebtCase.HouseholdUnknown.class)
                .transform(failure -> Problem.unprocessable(
                        "household-unknown",
                        "The household is not known",
                        "Register it with intake first. One that was just registered is known here within seconds."))
                .map(kept -> Response.created(uri.getAbsolutePathBuilder()
                                .path(kept.debtCase().id().toString())
                                .build())
                        .tag(Versions.tag(kept.version()))
                        .entity(DebtCaseView.of(kept.debtCase()))
                        .build());
    }

    @POST
    @Path("{id}/close")
    @RolesAllowed({"debt-adviser", "team-manager"})
    @Operation(summary = "End the advice, for a reason; 409 if it has ended")
    public Uni<Response> close(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ClosingRequest request) {
        return close.handle(caller.get(), new CloseDebtCase.Closing(id, Versions.required(ifMatch), request.reason()))
                .onFailure(CloseDebtCase.AlreadyClosed.class)
                .transform(failure -> Problem.conflict(
                        "debt-case-closed", "The debt case is closed", "Open a new one if advice begins again."))
                .map(found -> found.orElseThrow(() -> Problem.notFound("debt case")))
                .map(DebtCaseResource::shown);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"debt-adviser", "universal-worker", "targeted-worker", "team-manager"})
    @Operation(summary = "Read a debt case; the read is audited")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return read.handle(caller.get(), id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("debt case")))
                .map(DebtCaseResource::shown);
    }

    @GET
    @RolesAllowed({"debt-adviser", "universal-worker", "targeted-worker", "team-manager"})
    @Operation(summary = "A household's debt cases, the oldest first; the read is audited")
    public Uni<Response> list(
            @QueryParam("householdId") @NotNull UUID household,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        return read.ofHousehold(caller.get(), household, Page.after(cursor), Page.probe(limit))
                .map(found -> Page.of(
                        found, limit, kept -> kept.debtCase().id(), kept -> DebtCaseView.of(kept.debtCase()), uri));
    }

    private static Response shown(KeptDebtCase kept) {
        return Response.ok(DebtCaseView.of(kept.debtCase()))
                .tag(Versions.tag(kept.version()))
                .build();
    }
}
