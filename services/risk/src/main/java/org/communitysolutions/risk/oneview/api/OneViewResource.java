package org.communitysolutions.risk.oneview.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.communitysolutions.risk.journal.JournalEntry;
import org.communitysolutions.risk.oneview.ReadOneView;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A household as a whole, for the people who help it. */
@Path("households/{id}")
@Tag(name = "One View")
@RolesAllowed({
    "front-door",
    "universal-worker",
    "targeted-worker",
    "debt-adviser",
    "housing-officer",
    "employment-adviser",
    "domestic-abuse-specialist",
    "team-manager"
})
public class OneViewResource {

    private final ReadOneView read;
    private final OneViewWording wording;
    private final CurrentCaller caller;

    OneViewResource(ReadOneView read, OneViewWording wording, CurrentCaller caller) {
        this.read = read;
        this.wording = wording;
        this.caller = caller;
    }

    @GET
    @Path("one-view")
    @Operation(summary = "Factors, score with its parts, tasks and latest events of a household; the read is audited")
    public Uni<OneViewAnswer> oneView(@PathParam("id") UUID id) {
        return read.handle(caller.get(), id)
                .map(found -> found.map(wording::answer).orElseThrow(() -> Problem.notFound("household")));
    }

    @GET
    @Path("timeline")
    @Operation(summary = "What happened to a household, newest first; the read is audited")
    public Uni<Response> timeline(
            @PathParam("id") UUID id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        return read.timeline(caller.get(), id, Page.after(cursor), Page.probe(limit))
                .invoke(events -> {
                    if (events.isEmpty() && cursor == null) {
                        throw Problem.notFound("household");
                    }
                })
                .map(events -> Page.of(events, limit, JournalEntry::id, wording::event, uri));
    }
}
