package org.communitysolutions.casemanagement.household.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.communitysolutions.casemanagement.household.ReadOpenWork;
import org.communitysolutions.shared.web.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A household's work in progress. */
@Path("households/{householdId}/open-work")
@Tag(name = "Households")
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
public class OpenWorkResource {

    private final ReadOpenWork read;
    private final CurrentCaller caller;

    OpenWorkResource(ReadOpenWork read, CurrentCaller caller) {
        this.read = read;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The household's open tasks and case files, as the caller may see them; the read is audited")
    public Uni<ReadOpenWork.OpenWork> read(@PathParam("householdId") UUID household) {
        return read.handle(caller.get(), household);
    }
}
