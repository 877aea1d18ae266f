package org.communitysolutions.risk.backtests;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.communitysolutions.risk.rules.RaisedTask;

/**
 * What a trial found of one household.
 *
 * @param candidate the tasks that the candidate rules would have asked for in the period, oldest first
 * @param live those that the live rules would have asked for
 * @param known whether work was open with it when the first task was asked for; no if there was none
 * @param met the outcomes that it met in the period, by code, and under {@link #ANY} the first of them
 */
record TriedHousehold(
        String ward,
        HouseholdKind kind,
        List<RaisedTask> candidate,
        List<RaisedTask> live,
        boolean known,
        Map<String, Met> met) {

    /** Stands for all outcomes together. */
    static final String ANY = "any";

    /**
     * An outcome that it met.
     *
     * @param daysOfWarning days from the first candidate task to the outcome; empty if none was asked for before it
     * @param warnedAsRecorded whether all that such a task rests on was also written down before it
     * @param warnedByLive whether a live rule would have asked for a task before it
     */
    record Met(OptionalInt daysOfWarning, boolean warnedAsRecorded, boolean warnedByLive) {}
}
