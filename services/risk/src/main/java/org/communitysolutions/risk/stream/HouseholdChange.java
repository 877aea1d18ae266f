package org.communitysolutions.risk.stream;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.rules.RaisedTask;
import org.communitysolutions.risk.tasks.TaskChange;
import org.communitysolutions.shared.messaging.Announcement;

/**
 * What became of a household.
 *
 * @param after the household once this is kept
 * @param rows the rows to keep it in
 * @param announcements what is to be told of it, in an order that makes sense to a reader
 * @param inShadow all that the edition in shadow would ask for, withdrawn tasks too; none if there is none
 */
public record HouseholdChange(
        Household after,
        List<StateRow> rows,
        List<TaskChange> tasks,
        List<Announcement> announcements,
        List<RaisedTask> inShadow) {

    /**
     * A row of its state.
     *
     * @param version the row's, once it is written; 1 if it is new
     * @param state what the history amounts to; empty if none of it has come to count yet
     * @param openWork the kinds of work that are open with the household, in every service
     * @param since when the first of its events happened
     */
    @SuppressWarnings("ArrayRecordComponent") // packed bytes, which nobody compares
    public record StateRow(
            boolean restricted,
            int version,
            byte[] history,
            Optional<HouseholdState> state,
            List<String> openWork,
            Instant since,
            Optional<Instant> wakesAt) {}
}
