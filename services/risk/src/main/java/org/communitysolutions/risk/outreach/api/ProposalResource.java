package org.communitysolutions.risk.outreach.api;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.disclosure.Figure;
import org.communitysolutions.risk.disclosure.ListReaders;
import org.communitysolutions.risk.disclosure.SmallNumbers;
import org.communitysolutions.risk.outreach.DecideOutreach;
import org.communitysolutions.risk.outreach.KeptProposal;
import org.communitysolutions.risk.outreach.ProposeOutreach;
import org.communitysolutions.risk.outreach.ReadProposals;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.shared.web.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Outreach to households that nobody knows: proposed by one person, approved by another, seen by nobody before. */
@Path("outreach/proposals")
@Tag(name = "Outreach")
public class ProposalResource {

    private final ProposeOutreach propose;
    private final DecideOutreach decide;
    private final ReadProposals read;
    private final SmallNumbers rule;
    private final CurrentCaller caller;

    ProposalResource(
            ProposeOutreach propose,
            DecideOutreach decide,
            ReadProposals read,
            SmallNumbers rule,
            CurrentCaller caller) {
        this.propose = propose;
        this.decide = decide;
        this.read = read;
        this.rule = rule;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"insight-analyst", "team-manager"})
    @Operation(summary = "Propose to reach out to the unknown households that a query finds; it tells about how many")
    public Uni<Response> propose(@NotNull @Valid NewProposal request, @Context UriInfo uri) {
        Caller by = caller.get();
        return propose.handle(by, request.proposing())
                .onFailure()
                .transform(Refusals::problem)
                .map(kept -> Response.created(uri.getAbsolutePathBuilder()
                                .path(kept.proposal().particulars().id().toString())
                                .build())
                        .tag(Versions.tag(kept.version()))
                        .entity(view(by, kept))
                        .build());
    }

    @POST
    @Path("{id}/approve")
    @RolesAllowed("team-manager")
    @Operation(
            summary =
                    "Approve a proposal of somebody else: the query runs again, and each household that is unknown then becomes a task; 409 if it is no longer open")
    public Uni<Response> approve(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return decide(new DecideOutreach.Decision(id, Versions.required(ifMatch), Optional.empty()));
    }

    @POST
    @Path("{id}/decline")
    @RolesAllowed("team-manager")
    @Operation(summary = "Decline a proposal; 409 if it is no longer open")
    public Uni<Response> decline(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid DecliningRequest request) {
        return decide(new DecideOutreach.Decision(id, Versions.required(ifMatch), Optional.of(request.why())));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"insight-analyst", "information-governance", "team-manager"})
    @Operation(summary = "Read a proposal; not whom it finds")
    public Uni<Response> read(@PathParam("id") UUID id) {
        Caller by = caller.get();
        return read.handle(by, id).map(found -> shown(by, found));
    }

    @GET
    @RolesAllowed({"insight-analyst", "information-governance", "team-manager"})
    @Operation(summary = "Proposals, newest first")
    public Uni<Response> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        Caller by = caller.get();
        return read.before(by, Page.after(cursor), Page.probe(limit))
                .map(found -> Page.of(
                        found, limit, kept -> kept.proposal().particulars().id(), kept -> view(by, kept), uri));
    }

    private Uni<Response> decide(DecideOutreach.Decision decision) {
        Caller by = caller.get();
        return decide.handle(by, decision)
                .onFailure()
                .transform(Refusals::problem)
                .map(found -> shown(by, found));
    }

    private Response shown(Caller by, Optional<KeptProposal> found) {
        KeptProposal kept = found.orElseThrow(() -> Problem.notFound("proposal"));
        return Response.ok(view(by, kept)).tag(Versions.tag(kept.version())).build();
    }

    private ProposalView view(Caller by, KeptProposal kept) {
        return ProposalView.of(kept, ListReaders.include(by) ? Figure::exact : rule::of);
    }
}
