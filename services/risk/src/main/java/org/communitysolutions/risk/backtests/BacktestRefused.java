package org.communitysolutions.risk.backtests;

import java.util.List;

/** A backtest that cannot be run as it was asked for. */
public final class BacktestRefused extends RuntimeException {

    private final transient List<Complaint> complaints;

    /**
     * What is wrong.
     *
     * @param pointer a JSON pointer into the request
     */
    public record Complaint(String pointer, String expected) {}

    BacktestRefused(List<Complaint> complaints) {
        super(complaints.toString(), null, false, false);
        this.complaints = List.copyOf(complaints);
    }

    public List<Complaint> complaints() {
        return complaints;
    }
}
