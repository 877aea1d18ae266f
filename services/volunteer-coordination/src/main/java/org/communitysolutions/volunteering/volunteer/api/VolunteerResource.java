package org.communitysolutions.volunteering.volunteer.api;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.shared.web.Versions;
import org.communitysolutions.volunteering.volunteer.ChangeVolunteerDetails;
import org.communitysolutions.volunteering.volunteer.MatchedWithThatHousehold;
import org.communitysolutions.volunteering.volunteer.NoSuchVolunteer;
import org.communitysolutions.volunteering.volunteer.ReadVolunteers;
import org.communitysolutions.volunteering.volunteer.RegisterVolunteer;
import org.communitysolutions.volunteering.volunteer.Volunteer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** People who volunteer. */
@Path("volunteers")
@RolesAllowed({"volunteer-coordinator", "team-manager"})
@Tag(name = "Volunteers")
public class VolunteerResource {

    private final RegisterVolunteer register;
    private final ReadVolunteers read;
    private final ChangeVolunteerDetails change;
    private final CouncilCalendar calendar;
    private final CurrentCaller caller;

    VolunteerResource(
            RegisterVolunteer register,
            ReadVolunteers read,
            ChangeVolunteerDetails change,
            CouncilCalendar calendar,
            CurrentCaller caller) {
        this.register = register;
        this.read = read;
        this.change = change;
        this.calendar = calendar;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Register somebody who offers to volunteer")
    public Uni<Response> register(@NotNull @Valid NewVolunteer request, @Context UriInfo uri) {
        return register.handle(caller.get(), request.registration(calendar.today()))
                .map(volunteer -> answer(
                        Response.created(uri.getAbsolutePathBuilder()
                                .path(volunteer.id().toString())
                                .build()),
                        volunteer));
    }

    @GET
    @Operation(summary = "List volunteers, oldest record first; the read of each is audited")
    public Uni<Response> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        return read.list(caller.get(), Page.after(cursor), limit)
                .map(rows -> Page.of(rows, limit, Volunteer::id, VolunteerView::of, uri));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a volunteer; the read is audited")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return read.byId(caller.get(), id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("volunteer")))
                .map(volunteer -> answer(Response.ok(), volunteer));
    }

    @PUT
    @Path("{id}/details")
    @Operation(summary = "Replace a volunteer's name, contact details and own household")
    public Uni<Response> change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid VolunteerDetailsRequest request) {
        return change.handle(
                        caller.get(),
                        new ChangeVolunteerDetails.Change(id, Versions.required(ifMatch), request.details()))
                .onFailure(NoSuchVolunteer.class)
                .transform(none -> Problem.notFound("volunteer"))
                .onFailure(MatchedWithThatHousehold.class)
                .transform(matched -> Problem.conflict(
                        "matched-with-that-household",
                        "The volunteer is matched with that household",
                        "Nobody volunteers for their own household: end the match first."))
                .map(volunteer -> answer(Response.ok(), volunteer));
    }

    private static Response answer(Response.ResponseBuilder answer, Volunteer volunteer) {
        return answer.tag(Versions.tag(volunteer.version()))
                .entity(VolunteerView.of(volunteer))
                .build();
    }
}
