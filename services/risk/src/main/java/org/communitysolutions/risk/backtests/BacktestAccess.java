package org.communitysolutions.risk.backtests;

import org.communitysolutions.shared.transactions.Caller;

/** Who sees how much of a backtest. */
final class BacktestAccess {

    private BacktestAccess() {}

    /** Whether restricted events and rules count for the caller. */
    static boolean seesRestricted(Caller caller) {
        return caller.has("domestic-abuse-specialist");
    }

    /** Whether the caller may see which households are counted, and so how many exactly. */
    static boolean seesExactly(Caller caller) {
        return caller.has("team-manager");
    }
}
