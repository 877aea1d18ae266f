package org.communitysolutions.risk.stream.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.stream.RebuildHouseholds;
import org.communitysolutions.shared.web.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets operators make households anew from the journal, when what is held of them is in doubt. */
@Path("re-evaluations")
@Tag(name = "Operations")
@RolesAllowed("platform-operator")
public class ReevaluationResource {

    private final RebuildHouseholds reevaluate;
    private final CurrentCaller caller;

    ReevaluationResource(RebuildHouseholds reevaluate, CurrentCaller caller) {
        this.reevaluate = reevaluate;
        this.caller = caller;
    }

    /**
     * Which households.
     *
     * @param household the only one; left out for the next ones
     * @param after {@code next} of the answer before; left out to begin
     * @param limit how many at most, 1 to 2,000
     */
    record ReevaluationRequest(
            UUID household, UUID after, @Min(1) @Max(2000) int limit) {}

    /** How many were evaluated, and where to go on if there are more. */
    record Reevaluation(int households, Optional<UUID> next) {}

    @POST
    @Operation(summary = "Evaluate the next households anew from the journal; doing it twice changes nothing more")
    public Uni<Reevaluation> reevaluate(@NotNull @Valid ReevaluationRequest request) {
        return reevaluate
                .handle(
                        caller.get(),
                        new RebuildHouseholds.Part(
                                Optional.ofNullable(request.household()),
                                Optional.ofNullable(request.after()),
                                request.limit()))
                .map(done -> new Reevaluation(done.households(), done.last()));
    }
}
