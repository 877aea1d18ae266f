package org.communitysolutions.risk.tasks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.tasks.events.EarlyHelpTaskRaised;
import org.communitysolutions.risk.tasks.events.EarlyHelpTaskWithdrawn;
import org.communitysolutions.shared.messaging.Announcement;

/** Says what is to be announced of tasks. */
public final class AnnounceTasks {

    private AnnounceTasks() {}

    public static List<Announcement> of(List<TaskChange> changes) {
        return changes.stream()
                .map(AnnounceTasks::announcement)
                .flatMap(Optional::stream)
                .toList();
    }

    /** That outreach asks for the task again, or that it is taken back. */
    static Announcement of(OutreachTask outreach) {
        StoredTask task = outreach.task();
        Announcement announcement = outreach.stands()
                ? Announcement.about(
                        outreach.household(), task.raisedAt(), EarlyHelpTaskRaised.of(outreach.household(), task))
                : Announcement.about(
                        outreach.household(),
                        task.withdrawnAt().orElseThrow(),
                        new EarlyHelpTaskWithdrawn(
                                outreach.household(),
                                task.id(),
                                task.withdrawn().orElseThrow()));
        return marked(announcement, outreach.clearance());
    }

    private static Optional<Announcement> announcement(TaskChange change) {
        return switch (change) {
            case TaskChange.Raised(UUID household, var task) ->
                Optional.of(marked(
                        Announcement.about(household, task.raisedAt(), EarlyHelpTaskRaised.of(household, task)),
                        task.clearance()));
            case TaskChange.Withdrawn(UUID household, KnownTask task, var at, Withdrawal why) ->
                Optional.of(marked(
                        Announcement.about(household, at, new EarlyHelpTaskWithdrawn(household, task.id(), why)),
                        task.clearance()));
            case TaskChange.Ended ended -> Optional.empty();
        };
    }

    private static Announcement marked(Announcement announcement, Clearance clearance) {
        return clearance.isRestricted() ? announcement.restricted() : announcement;
    }
}
