package org.communitysolutions.risk.backtests;

import java.time.Instant;
import java.util.UUID;

/**
 * Rules tried on a past period.
 *
 * @param requestedBy the subject of who asked
 * @param restricted whether restricted events and rules count; it is then for those alone who are cleared for them
 */
public record Backtest(
        UUID id,
        String requestedBy,
        Instant requestedAt,
        boolean restricted,
        BacktestOrder order,
        BacktestState state) {}
