package org.communitysolutions.risk.tasks.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.risk.rules.Priority;
import org.communitysolutions.risk.rules.RaisedTask;
import org.communitysolutions.risk.tasks.StoredTask;
import org.communitysolutions.shared.messaging.Publishes;

/** A rule asks a team to reach out to a household. */
@Publishes("early-help-task-raised.v1")
public record EarlyHelpTaskRaised(
        UUID householdId,
        UUID taskId,
        String rule,
        int ruleVersion,
        String kind,
        String team,
        Priority priority,
        LocalDate dueOn,
        List<Reason> reasons) {

    /** An event that made the rule hold and the factor that it moved. */
    public record Reason(UUID eventId, String factor) {}

    public static EarlyHelpTaskRaised of(UUID household, StoredTask task) {
        return new EarlyHelpTaskRaised(
                household,
                task.id(),
                task.rule(),
                task.ruleVersion(),
                task.kind(),
                task.team(),
                task.priority(),
                task.dueOn(),
                task.reasons().stream()
                        .map(reason -> new Reason(reason.eventId(), reason.factor()))
                        .toList());
    }

    public static EarlyHelpTaskRaised of(UUID household, RaisedTask task) {
        return new EarlyHelpTaskRaised(
                household,
                task.id(),
                task.rule(),
                task.ruleVersion(),
                task.kind(),
                task.team(),
                task.priority(),
                task.dueOn(),
                task.reasons().stream()
                        .map(reason -> new Reason(reason.event(), reason.factor()))
                        .toList());
    }
}
