package org.communitysolutions.risk.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.communitysolutions.risk.journal.Histories;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.tasks.persistence.OutreachTaskRows;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Cause;

/**
 * Keeps what becomes of the tasks that outreach asked for. Evaluations know nothing of them, so they are worked out from
 * the journal where something is told that may be about them, in the transaction that takes it in: always anew from all
 * that was told, so that it comes to the same in whatever order that arrives. They are few, and most batches have none.
 */
@ApplicationScoped
public class FollowOutreach {

    private final OutreachTaskRows rows;
    private final Histories histories;

    FollowOutreach(OutreachTaskRows rows, Histories histories) {
        this.rows = rows;
        this.histories = histories;
    }

    /**
     * Writes what has become of them, once the journal has what is told.
     *
     * @param told households of which something was told that may be about tasks, each with what told it last
     * @return what is to be announced of it
     */
    public List<Announcement> after(Connection connection, Map<UUID, Cause> told) throws SQLException {
        List<OutreachTask> known = told.isEmpty() ? List.of() : rows.hold(connection, told.keySet());
        if (known.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<PastEvent>> history = histories.events(
                connection, known.stream().map(OutreachTask::household).collect(Collectors.toSet()));
        List<OutreachTask> changed = new ArrayList<>();
        List<Announcement> announcements = new ArrayList<>();
        for (OutreachTask before : known) {
            OutreachTask after = before.after(history.getOrDefault(before.household(), List.of()));
            if (!after.equals(before)) {
                changed.add(after);
            }
            if (after.stands() != before.stands()) {
                announcements.add(AnnounceTasks.of(after).causedBy(told.get(after.household())));
            }
        }
        rows.set(connection, changed);
        return announcements;
    }
}
