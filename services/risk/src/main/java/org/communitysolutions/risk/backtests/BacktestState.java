package org.communitysolutions.risk.backtests;

import java.time.Instant;

/** Where a backtest stands. */
public sealed interface BacktestState {

    /** It waits for an instance of the service that has time for it. */
    record Queued() implements BacktestState {}

    /**
     * It runs.
     *
     * @param households how many there are to try; 0 while they have not been counted
     * @param done how many were tried
     */
    record Running(Instant since, int households, int done) implements BacktestState {}

    /** It ran to its end; its result is kept. */
    record Finished(Instant at) implements BacktestState {}

    /** Somebody stopped it. */
    record Cancelled(Instant at) implements BacktestState {}

    /** It came to nothing. */
    record Failed(Instant at, Reason reason) implements BacktestState {}

    /** Why one failed. */
    enum Reason {
        /** Each instance that took it up went down with it. */
        INTERRUPTED,
        /** The service failed at it; its log has the failure. */
        FAULT
    }
}
