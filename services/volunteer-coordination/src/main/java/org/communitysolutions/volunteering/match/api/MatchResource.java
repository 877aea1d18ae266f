package org.communitysolutions.volunteering.match.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.shared.web.Versions;
import org.communitysolutions.volunteering.match.EndMatch;
import org.communitysolutions.volunteering.match.KeptMatch;
import org.communitysolutions.volunteering.match.MakeMatch;
import org.communitysolutions.volunteering.match.NoSuchRole;
import org.communitysolutions.volunteering.match.ReadMatches;
import org.communitysolutions.volunteering.volunteer.NoSuchVolunteer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Volunteers who help households. */
@Path("matches")
@RolesAllowed({"volunteer-coordinator", "team-manager"})
@Tag(name = "Matches")
public class MatchResource {

    private final MakeMatch make;
    private final ReadMatches read;
    private final EndMatch end;
    private final CurrentCaller caller;

    MatchResource(MakeMatch make, ReadMatches read, EndMatch end, CurrentCaller caller) {
        this.make = make;
        this.read = read;
        this.end = end;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Match a volunteer with a household, if they are cleared for the role and it is not their own")
    public Uni<Response> make(@NotNull @Valid NewMatch request, @Context UriInfo uri) {
        return make.handle(caller.get(), request.matching())
                .onFailure(NoSuchVolunteer.class)
                .transform(none -> Problem.unprocessable(
                        "no-such-volunteer", "There is no such volunteer", "Name a volunteer who is registered."))
                .onFailure(NoSuchRole.class)
                .transform(none -> Problem.unprocessable(
                        "no-such-role", "There is no such role", "A manager defines roles first."))
                .map(active -> Response.created(uri.getAbsolutePathBuilder()
                                .path(active.match().id().toString())
                                .build())
                        .tag(Versions.tag(0))
                        .entity(MatchView.of(active))
                        .build());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a match; the read is audited")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return read.byId(caller.get(), id).map(MatchResource::answer);
    }

    @POST
    @Path("{id}/end")
    @Operation(summary = "End a match")
    public Uni<Response> end(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid MatchEnding request) {
        return end.handle(caller.get(), request.ending(id, Versions.required(ifMatch)))
                .map(MatchResource::answer);
    }

    private static Response answer(Optional<KeptMatch> found) {
        KeptMatch match = found.orElseThrow(() -> Problem.notFound("match"));
        return Response.ok(MatchView.of(match.state()))
                .tag(Versions.tag(match.version()))
                .build();
    }
}
