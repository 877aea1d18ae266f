package org.communitysolutions.intake.contact.api;

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
import java.util.UUID;
import org.communitysolutions.intake.Roles;
import org.communitysolutions.intake.contact.Contact;
import org.communitysolutions.intake.contact.ReadContacts;
import org.communitysolutions.intake.contact.ReceiveContact;
import org.communitysolutions.intake.contact.TriageContact;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The front door: what people say, and where it leads. */
@Path("contacts")
@Tag(name = "Contacts")
@RolesAllowed({Roles.FRONT_DOOR, Roles.UNIVERSAL_WORKER, Roles.TARGETED_WORKER, Roles.TEAM_MANAGER})
public class ContactResource {

    private final ReceiveContact receive;
    private final TriageContact triage;
    private final ReadContacts read;
    private final CurrentCaller caller;

    ContactResource(ReceiveContact receive, TriageContact triage, ReadContacts read, CurrentCaller caller) {
        this.receive = receive;
        this.triage = triage;
        this.read = read;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Take in what someone says when they get in touch")
    public Uni<Response> receive(@NotNull @Valid NewContact request, @Context UriInfo uri) {
        return receive.handle(caller.get(), request.reception())
                .map(received -> Response.created(uri.getAbsolutePathBuilder()
                                .path(received.id().toString())
                                .build())
                        .entity(received)
                        .build());
    }

    @GET
    @Operation(summary = "The contacts that wait for triage, the oldest first")
    public Uni<Response> waiting(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        return read.waiting(caller.get(), Page.after(cursor), Page.probe(limit))
                .map(waiting -> Page.of(waiting, limit, Contact::id, ContactView.Waiting::of, uri));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a contact; the read is audited")
    public Uni<ContactView> read(@PathParam("id") UUID id) {
        return read.one(caller.get(), id)
                .map(found -> ContactView.of(found.orElseThrow(() -> Problem.notFound("contact"))));
    }

    @POST
    @Path("{id}/triage")
    @Operation(summary = "Settle a contact or send it to a team; 409 if somebody has triaged it")
    public Uni<ContactView.TriageView> triage(@PathParam("id") UUID id, @NotNull @Valid TriageRequest request) {
        return triage.handle(caller.get(), request.decision(id))
                .map(outcome -> ContactView.TriageView.of(outcome.triage()));
    }
}
