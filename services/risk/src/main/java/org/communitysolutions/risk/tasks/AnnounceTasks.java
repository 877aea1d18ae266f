package org.communitysolutions.risk.tasks;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.tasks.events.EarlyHelpTaskRaised;
import org.communitysolutions.risk.tasks.events.EarlyHelpTaskWithdrawn;
import org.communitysolutions.risk.tasks.persistence.TaskRows;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps which tasks were asked for, and says what is to be announced of them. */
@ApplicationScoped
public class AnnounceTasks {

    private final TaskRows rows;
    private final Evaluator evaluator;
    private final MeterRegistry meters;

    AnnounceTasks(TaskRows rows, Evaluator evaluator, MeterRegistry meters) {
        this.rows = rows;
        this.evaluator = evaluator;
        this.meters = meters;
    }

    /** Brings the tasks of these households in line with what their histories ask for; within their locks. */
    public Uni<List<Announcement>> handle(Mutiny.Session session, List<AskedFor> asked) {
        return rows.of(session, asked.stream().map(AskedFor::household).toList())
                .chain(known -> {
                    Map<UUID, List<KnownTask>> byHousehold =
                            known.stream().collect(Collectors.groupingBy(KnownTask::household));
                    List<TaskChange> changes = new ArrayList<>();
                    for (AskedFor household : asked) {
                        changes.addAll(TaskDifference.between(
                                byHousehold.getOrDefault(household.household(), List.of()),
                                household,
                                evaluator.book()));
                    }
                    changes.forEach(this::count);
                    return rows.keep(session, changes)
                            .replaceWith(changes.stream()
                                    .map(AnnounceTasks::announcement)
                                    .toList());
                });
    }

    /** Whether the announcement asks a team to reach out. */
    public static boolean asksForHelp(Announcement announcement) {
        return announcement.data() instanceof EarlyHelpTaskRaised;
    }

    private static Announcement announcement(TaskChange change) {
        return switch (change) {
            case TaskChange.Raised(UUID household, var task) ->
                marked(
                        Announcement.about(household, task.raisedAt(), EarlyHelpTaskRaised.of(household, task)),
                        task.clearance());
            case TaskChange.Withdrawn(UUID household, KnownTask task, var at, Withdrawal why) ->
                marked(
                        Announcement.about(household, at, new EarlyHelpTaskWithdrawn(household, task.id(), why)),
                        task.clearance());
        };
    }

    private static Announcement marked(Announcement announcement, Clearance clearance) {
        return clearance.isRestricted() ? announcement.restricted() : announcement;
    }

    private void count(TaskChange change) {
        switch (change) {
            case TaskChange.Raised raised ->
                meters.counter("risk.tasks.raised", "rule", raised.task().rule())
                        .increment();
            case TaskChange.Withdrawn withdrawn ->
                meters.counter(
                                "risk.tasks.withdrawn",
                                "rule",
                                withdrawn.task().rule(),
                                "why",
                                EnumCodes.of(withdrawn.why()))
                        .increment();
        }
    }
}
