package org.communitysolutions.employment.participant.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.communitysolutions.employment.participant.AlreadyEnrolled;
import org.communitysolutions.employment.participant.EnrolParticipant;
import org.communitysolutions.employment.participant.ReadParticipants;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.shared.web.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** People in employment support. */
@Path("participants")
@RolesAllowed({"employment-adviser", "team-manager"})
@Tag(name = "Participants")
public class ParticipantResource {

    private final EnrolParticipant enrol;
    private final ReadParticipants read;
    private final CouncilCalendar calendar;
    private final CurrentCaller caller;

    ParticipantResource(EnrolParticipant enrol, ReadParticipants read, CouncilCalendar calendar, CurrentCaller caller) {
        this.enrol = enrol;
        this.read = read;
        this.calendar = calendar;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Enrol a person in employment support")
    public Uni<Response> enrol(@NotNull @Valid NewParticipant request, @Context UriInfo uri) {
        return enrol.handle(caller.get(), request.enrolment(calendar.today()))
                .onFailure(AlreadyEnrolled.class)
                .transform(already -> Problem.conflict(
                        "already-enrolled",
                        "The person is enrolled already",
                        "One person has one spell of employment support at a time."))
                .map(participant -> Response.created(uri.getAbsolutePathBuilder()
                                .path(participant.id().toString())
                                .build())
                        .tag(Versions.tag(participant.version()))
                        .entity(ParticipantView.of(participant))
                        .build());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a participant; the read is audited")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return read.byId(caller.get(), id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("participant")))
                .map(participant -> Response.ok(ParticipantView.of(participant))
                        .tag(Versions.tag(participant.version()))
                        .build());
    }
}
