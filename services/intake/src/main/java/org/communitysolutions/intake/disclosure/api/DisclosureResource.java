package org.communitysolutions.intake.disclosure.api;

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
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.Roles;
import org.communitysolutions.intake.disclosure.Disclosure;
import org.communitysolutions.intake.disclosure.ReadDisclosures;
import org.communitysolutions.intake.disclosure.RecordDisclosure;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Disclosures of domestic abuse. The whole front line may record one and may ask for one; the database shows them to
 * specialists and to nobody else, so that for all others there are none.
 */
@Path("disclosures")
@Tag(name = "Disclosures")
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
public class DisclosureResource {

    private final RecordDisclosure record;
    private final ReadDisclosures read;
    private final CurrentCaller caller;

    DisclosureResource(RecordDisclosure record, ReadDisclosures read, CurrentCaller caller) {
        this.record = record;
        this.read = read;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Record what someone told of domestic abuse",
            description = "Answers 201 and nothing else: no id and no address by which it could be found again.")
    public Uni<Response> record(@NotNull @Valid NewDisclosure request) {
        return record.handle(caller.get(), request.told())
                .map(recorded -> Response.status(Response.Status.CREATED).build());
    }

    @GET
    @Operation(summary = "The disclosures, the oldest first; for specialists, and none for anyone else")
    public Uni<Response> list(
            @QueryParam("household") UUID household,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        return read.list(caller.get(), Optional.ofNullable(household), Page.after(cursor), limit)
                .map(found -> Page.of(found, limit, Disclosure::id, DisclosureView::of, uri));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a disclosure; for specialists, and 404 for anyone else; the read is audited")
    public Uni<DisclosureView> read(@PathParam("id") UUID id) {
        return read.one(caller.get(), id)
                .map(found -> DisclosureView.of(found.orElseThrow(() -> Problem.notFound("disclosure"))));
    }
}
