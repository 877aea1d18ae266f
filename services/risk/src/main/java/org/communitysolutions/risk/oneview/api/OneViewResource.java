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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.journal.JournalEntry;
import org.communitysolutions.risk.oneview.OneView;
import org.communitysolutions.risk.oneview.ReadOneView;
import org.communitysolutions.risk.oneview.Sight;
import org.communitysolutions.risk.oneview.Viewpoint;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    private final CouncilCalendar calendar;

    OneViewResource(ReadOneView read, OneViewWording wording, CurrentCaller caller, CouncilCalendar calendar) {
        this.read = read;
        this.wording = wording;
        this.caller = caller;
        this.calendar = calendar;
    }

    @GET
    @Path("one-view")
    @Operation(
            summary =
                    "Factors, score with its parts, open work, tasks and latest events of a household, today or on a past day; the read is audited",
            description = "307 to the household that it was merged into, if it was by then.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OneViewAnswer.class)))
    public Uni<Response> oneView(
            @PathParam("id") UUID id,
            @Parameter(description = "The day at whose end it is looked at; today without it")
                    @Schema(format = "date")
                    @QueryParam("asOf")
                    String asOf,
            @Parameter(description = "Leave out what was written down after that day")
                    @Schema(format = "date")
                    @QueryParam("knownOn")
                    String knownOn,
            @Context UriInfo uri) {
        return read.handle(caller.get(), id, new Viewpoint(day("asOf", asOf), day("knownOn", knownOn)))
                .map(sight -> switch (sight) {
                    case OneView view -> Response.ok(wording.answer(view)).build();
                    case Sight.Elsewhere(UUID household) -> elsewhere(household, uri);
                    case Sight.Nothing nothing -> throw Problem.notFound("household");
                });
    }

    private static Response elsewhere(UUID household, UriInfo uri) {
        return Response.temporaryRedirect(uri.getRequestUriBuilder()
                        .replacePath(uri.getBaseUri().getPath())
                        .path(OneViewResource.class)
                        .path("one-view")
                        .build(household))
                .build();
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
                .map(events -> Page.of(events, limit, JournalEntry::id, event -> wording.event(id, event), uri));
    }

    private Optional<LocalDate> day(String parameter, String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isAfter(calendar.today())) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException e) {
            throw Problem.invalid(parameter, "a date such as 2026-04-01");
        }
        throw Problem.invalid(parameter, "a date that is not in the future");
    }
}
