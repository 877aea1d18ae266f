package org.communitysolutions.shared.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.communitysolutions.shared.messaging.FailureOutline;
import org.communitysolutions.shared.messaging.HeldBackEvents;
import org.communitysolutions.shared.messaging.ParkedRecords;
import org.communitysolutions.shared.transactions.Transactions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Shows platform operators what stands still, and lets it go on once the cause is mended. */
@Path("parked-keys")
@Tag(name = "Operations")
@RolesAllowed("platform-operator")
public class ParkedKeysResource {

    private static final Logger LOG = Logger.getLogger(ParkedKeysResource.class);

    private final Transactions transactions;
    private final ParkedRecords parked;
    private final HeldBackEvents heldBack;
    private final CurrentCaller caller;

    ParkedKeysResource(Transactions transactions, ParkedRecords parked, HeldBackEvents heldBack, CurrentCaller caller) {
        this.transactions = transactions;
        this.parked = parked;
        this.heldBack = heldBack;
        this.caller = caller;
    }

    /** What came of a release: how many held-back events were handled. */
    public record Released(String key, int events) {}

    @GET
    @Operation(summary = "The keys that stand still, the oldest first")
    public Uni<Page<ParkedRecords.ParkedKey>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MOST) int limit) {
        return transactions
                .run(caller.get(), session -> parked.list(session, limit))
                .map(Page::new);
    }

    @POST
    @Path("{key}/release")
    @Operation(summary = "Handle the held-back events of a key, in order, all or none")
    public Uni<Released> release(@PathParam("key") String key) {
        return heldBack.release(key)
                .onFailure()
                .invoke(failure -> LOG.warnf("What is held back still fails: %s", FailureOutline.of(failure)))
                .onFailure()
                .transform(failure -> Problem.conflict(
                        "still-failing",
                        "The events still cannot be handled",
                        "They stay parked; the service's log has the cause."))
                .map(handled -> new Released(key, handled.orElseThrow(() -> Problem.notFound("parked key"))));
    }
}
