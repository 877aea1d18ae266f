package org.communitysolutions.casemanagement.casefile.api;

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
import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.AssignLeadWorker;
import org.communitysolutions.casemanagement.casefile.CaseAnswer;
import org.communitysolutions.casemanagement.casefile.CaseFiles;
import org.communitysolutions.casemanagement.casefile.CloseCaseFile;
import org.communitysolutions.casemanagement.casefile.OpenCaseFile;
import org.communitysolutions.casemanagement.casefile.ReadCaseFile;
import org.communitysolutions.casemanagement.casefile.ReopenCaseFile;
import org.communitysolutions.casemanagement.casefile.domain.OpenCase;
import org.communitysolutions.casemanagement.team.Team;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.shared.web.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The common case file. */
@Path("case-files")
@Tag(name = "Case files")
@RolesAllowed({"front-door", "universal-worker", "targeted-worker", "domestic-abuse-specialist", "team-manager"})
public class CaseFileResource {

    private final OpenCaseFile open;
    private final ReadCaseFile read;
    private final AssignLeadWorker assign;
    private final CloseCaseFile close;
    private final ReopenCaseFile reopen;
    private final CurrentCaller caller;

    CaseFileResource(
            OpenCaseFile open,
            ReadCaseFile read,
            AssignLeadWorker assign,
            CloseCaseFile close,
            ReopenCaseFile reopen,
            CurrentCaller caller) {
        this.open = open;
        this.read = read;
        this.assign = assign;
        this.close = close;
        this.reopen = reopen;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Open a household's case file; it has one at a time")
    public Uni<Response> open(@NotNull @Valid NewCaseFile request, @Context UriInfo uri) {
        Caller opener = caller.get();
        if (Team.isRestricted(request.team().code()) && !opener.has("domestic-abuse-specialist")) {
            throw Problem.unprocessable(
                    "restricted-team",
                    "That team's files are kept apart",
                    "Record a disclosure with intake: the specialists open their own file.");
        }
        return open.handle(opener, request.opening()).map(opened -> {
            CaseFileView view = CaseFileView.of(new OpenCase(opened.file()
                    .orElseThrow(() -> otherOpen(opened.alreadyOpen().orElseThrow()))));
            return Response.created(uri.getAbsolutePathBuilder()
                            .path(view.id().toString())
                            .build())
                    .tag(Versions.tag(0))
                    .entity(view)
                    .build();
        });
    }

    @GET
    @Path("{id}")
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
    @Operation(summary = "Read a case file's cover; the read is audited")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return read.handle(caller.get(), id).map(found -> view(found.orElseThrow(() -> Problem.notFound("case file"))));
    }

    @PUT
    @Path("{id}/lead-worker")
    @Operation(summary = "Make a worker the one who holds the household")
    public Uni<Response> assign(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid LeadWorkerRequest request) {
        return assign.handle(
                        caller.get(),
                        new AssignLeadWorker.Assignment(id, Versions.required(ifMatch), request.workerId()))
                .map(CaseFileResource::answer);
    }

    @POST
    @Path("{id}/close")
    @Operation(summary = "End work on the case")
    public Uni<Response> close(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ClosingRequest request) {
        return close.handle(caller.get(), new CloseCaseFile.Closing(id, Versions.required(ifMatch), request.reason()))
                .map(CaseFileResource::answer);
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "Begin work on a closed case again")
    public Uni<Response> reopen(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return reopen.handle(caller.get(), id, Versions.required(ifMatch)).map(CaseFileResource::answer);
    }

    private static Response answer(CaseAnswer answer) {
        return switch (answer) {
            case CaseAnswer.Stands stands -> view(stands.kept());
            case CaseAnswer.Absent absent -> throw Problem.notFound("case file");
            case CaseAnswer.OtherOpen other -> throw otherOpen(other.open());
            case CaseAnswer.Refused refused ->
                throw switch (refused.why()) {
                    case CLOSED -> Problem.conflict("case-closed", "The case is closed", "Reopen it first.");
                    case NOT_CLOSED ->
                        Problem.conflict("case-not-closed", "The case is open", "Only a closed case is reopened.");
                };
        };
    }

    private static Response view(CaseFiles.Kept kept) {
        return Response.ok(CaseFileView.of(kept.file()))
                .tag(Versions.tag(kept.version()))
                .build();
    }

    private static Problem otherOpen(UUID open) {
        return Problem.conflict(
                "case-already-open",
                "The household has an open case file",
                "Work on the case file " + open + ", which is open.");
    }
}
