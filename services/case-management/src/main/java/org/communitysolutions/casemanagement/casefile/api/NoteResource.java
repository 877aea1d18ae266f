package org.communitysolutions.casemanagement.casefile.api;

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
import java.util.List;
import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.Note;
import org.communitysolutions.casemanagement.casefile.ReadNotes;
import org.communitysolutions.casemanagement.casefile.WriteNote;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What workers of all teams write into a case file. */
@Path("case-files/{id}/notes")
@Tag(name = "Case files")
@RolesAllowed({
    "front-door",
    "universal-worker",
    "targeted-worker",
    "domestic-abuse-specialist",
    "debt-adviser",
    "housing-officer",
    "employment-adviser",
    "team-manager"
})
public class NoteResource {

    private final WriteNote write;
    private final ReadNotes read;
    private final CurrentCaller caller;

    NoteResource(WriteNote write, ReadNotes read, CurrentCaller caller) {
        this.write = write;
        this.read = read;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Write a note; a restricted one is for specialists alone")
    public Uni<Response> write(@PathParam("id") UUID id, @NotNull @Valid NoteRequest request) {
        Caller author = caller.get();
        if (request.restricted() && !author.has("domestic-abuse-specialist")) {
            throw new Problem(
                    403,
                    "restricted-note",
                    "For specialists only",
                    "Only domestic-abuse specialists write restricted notes.",
                    List.of());
        }
        return write.handle(author, new WriteNote.Writing(id, request.text(), request.restricted()))
                .map(written -> written.note().orElseThrow(() -> Problem.notFound("case file")))
                .map(note -> Response.status(Response.Status.CREATED)
                        .entity(NoteView.of(note))
                        .build());
    }

    @GET
    @Operation(summary = "Read the notes, the latest first; the read is audited")
    public Uni<Response> read(
            @PathParam("id") UUID id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        return read.handle(caller.get(), id, Page.after(cursor), Page.probe(limit))
                .map(found -> found.orElseThrow(() -> Problem.notFound("case file")))
                .map(notes -> Page.of(notes, limit, Note::id, NoteView::of, uri));
    }
}
