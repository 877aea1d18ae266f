package org.communitysolutions.intake.merge.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.intake.Roles;
import org.communitysolutions.intake.merge.ProposeMerge;
import org.communitysolutions.intake.merge.ReadMerges;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.PlainText;
import org.communitysolutions.shared.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Records that are one household. */
@Path("households/{household}/merges")
@Tag(name = "Merges")
@RolesAllowed({
    Roles.FRONT_DOOR,
    Roles.UNIVERSAL_WORKER,
    Roles.TARGETED_WORKER,
    Roles.DOMESTIC_ABUSE_SPECIALIST,
    Roles.TEAM_MANAGER
})
public class HouseholdMergeResource {

    private final ProposeMerge propose;
    private final ReadMerges read;
    private final CurrentCaller caller;

    HouseholdMergeResource(ProposeMerge propose, ReadMerges read, CurrentCaller caller) {
        this.propose = propose;
        this.read = read;
        this.caller = caller;
    }

    /** Which records are the same household as the one that the address names, and why. */
    @Schema(name = "MergeRequest")
    record MergeRequest(
            @NotNull @Size(min = 1, max = 20) List<@NotNull UUID> merged,
            @NotNull @PlainText(max = 1_000) String reason) {

        ProposeMerge.Proposal proposal(UUID into) {
            for (int i = 0; i < merged.size(); i++) {
                if (merged.get(i).equals(into)) {
                    throw Problem.invalid("/merged/" + i, "another household than that of the address");
                }
            }
            if (Set.copyOf(merged).size() < merged.size()) {
                throw Problem.invalid("/merged", "each household once");
            }
            return new ProposeMerge.Proposal(into, merged, reason);
        }
    }

    @POST
    @Operation(summary = "Merge households into this one, which goes on", description = """
                    Takes effect (state standing) once somebody confirms it who may see what is restricted; at once \
                    if they propose it themselves. The merged records keep what they have and take in nothing new. \
                    409 if one of the households is merged already.""")
    public Uni<Response> propose(@PathParam("household") UUID household, @NotNull @Valid MergeRequest request) {
        return propose.handle(caller.get(), request.proposal(household))
                .map(merge -> Response.status(Response.Status.CREATED)
                        .entity(MergeView.of(merge))
                        .build());
    }

    @GET
    @Operation(summary = "The merges that the household has a part in, the first proposed first; the read is audited")
    public Uni<Page<MergeView>> of(@PathParam("household") UUID household) {
        return read.of(caller.get(), household)
                .map(merges -> new Page<>(merges.stream().map(MergeView::of).toList()));
    }
}
