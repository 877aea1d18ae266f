package org.communitysolutions.risk.backtests.api;

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
import org.communitysolutions.risk.backtests.Backtest;
import org.communitysolutions.risk.backtests.BacktestRefused;
import org.communitysolutions.risk.backtests.BacktestState;
import org.communitysolutions.risk.backtests.CancelBacktest;
import org.communitysolutions.risk.backtests.ReadBacktests;
import org.communitysolutions.risk.backtests.StartBacktest;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rules tried on history before they go live: how many tasks, whose workload, how much warning before the crisis. */
@Path("backtests")
@Tag(name = "Backtests")
@RolesAllowed({"insight-analyst", "team-manager", "information-governance"})
public class BacktestResource {

    private final StartBacktest start;
    private final ReadBacktests read;
    private final CancelBacktest cancel;
    private final CurrentCaller caller;

    BacktestResource(StartBacktest start, ReadBacktests read, CancelBacktest cancel, CurrentCaller caller) {
        this.start = start;
        this.read = read;
        this.cancel = cancel;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Try candidate rules on a past period, beside the live ones",
            description = "It is queued, and run in seconds; read it to see how far it has come.")
    public Uni<Response> start(@NotNull @Valid BacktestRequest request, @Context UriInfo uri) {
        return start.handle(caller.get(), request.wish())
                .onFailure(BacktestRefused.class)
                .transform(BacktestResource::problem)
                .map(backtest -> Response.created(uri.getAbsolutePathBuilder()
                                .path(backtest.id().toString())
                                .build())
                        .entity(BacktestView.of(backtest))
                        .build());
    }

    @GET
    @Operation(summary = "All backtests without their results, the last that was asked for first")
    public Uni<Response> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        return read.list(caller.get(), Page.after(cursor), Page.probe(limit))
                .map(backtests -> Page.of(backtests, limit, Backtest::id, BacktestView::of, uri));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How far a backtest has come and, once it is finished, what came of it")
    public Uni<BacktestView> read(@PathParam("id") UUID id) {
        return read.byId(caller.get(), id)
                .map(found -> BacktestView.of(found.orElseThrow(() -> Problem.notFound("backtest"))));
    }

    @POST
    @Path("{id}/cancellation")
    @Operation(summary = "Stop a backtest that waits or runs; 409 if it ran to its end or failed before")
    public Uni<BacktestView> cancel(@PathParam("id") UUID id) {
        return cancel.handle(caller.get(), id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("backtest")))
                .map(backtest -> {
                    if (!(backtest.state() instanceof BacktestState.Cancelled)) {
                        throw Problem.conflict(
                                "backtest-ended", "The backtest has ended", "What has ended cannot be cancelled.");
                    }
                    return BacktestView.of(backtest);
                });
    }

    private static Problem problem(BacktestRefused refused) {
        return new Problem(
                422,
                "backtest-refused",
                "The backtest cannot be run",
                "See errors for what is expected.",
                refused.complaints().stream()
                        .map(complaint -> new Problem.Field(complaint.pointer(), "must be " + complaint.expected()))
                        .toList());
    }
}
