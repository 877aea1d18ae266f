package org.communitysolutions.intake.person.api;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.Roles;
import org.communitysolutions.intake.person.CorrectPerson;
import org.communitysolutions.intake.person.Person;
import org.communitysolutions.intake.person.ReadPerson;
import org.communitysolutions.intake.person.RegisterPerson;
import org.communitysolutions.intake.person.domain.Identifier;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.shared.web.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The registry of people. */
@Path("people")
@Tag(name = "People")
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
public class PersonResource {

    private final RegisterPerson register;
    private final CorrectPerson correct;
    private final ReadPerson read;
    private final CurrentCaller caller;

    PersonResource(RegisterPerson register, CorrectPerson correct, ReadPerson read, CurrentCaller caller) {
        this.register = register;
        this.correct = correct;
        this.read = read;
        this.caller = caller;
    }

    /** A person as the front line sees them. */
    record View(UUID id, String name, Optional<LocalDate> birthDate, List<Identifier> identifiers) {
        static View of(Person person) {
            return new View(person.id(), person.name(), person.birthDate(), person.identifiers());
        }
    }

    @POST
    @RolesAllowed({Roles.FRONT_DOOR, Roles.UNIVERSAL_WORKER, Roles.TARGETED_WORKER, Roles.TEAM_MANAGER})
    @Operation(summary = "Register a person; 409 if an identifier stands for someone who is registered already")
    public Uni<Response> register(@NotNull @Valid PersonRequest request, @Context UriInfo uri) {
        return register.handle(caller.get(), request.details())
                .map(person -> Response.created(uri.getAbsolutePathBuilder()
                                .path(person.id().toString())
                                .build())
                        .tag(Versions.tag(person.version()))
                        .entity(View.of(person))
                        .build());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a person; the read is audited")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return read.handle(caller.get(), id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("person")))
                .map(PersonResource::answer);
    }

    @POST
    @Path("search")
    @Operation(summary = "Find the person of an identifier; whoever is found is audited as read")
    public Uni<Page<View>> search(@NotNull @Valid IdentifierRequest identifier) {
        return read.handle(caller.get(), identifier.identifier(""))
                .map(found -> new Page<>(found.map(View::of).stream().toList()));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Roles.FRONT_DOOR, Roles.UNIVERSAL_WORKER, Roles.TARGETED_WORKER, Roles.TEAM_MANAGER})
    @Operation(summary = "Replace what is known about a person")
    public Uni<Response> correct(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PersonRequest request) {
        return correct.handle(
                        caller.get(), new CorrectPerson.Correction(id, Versions.required(ifMatch), request.details()))
                .map(PersonResource::answer);
    }

    private static Response answer(Person person) {
        return Response.ok(View.of(person)).tag(Versions.tag(person.version())).build();
    }
}
