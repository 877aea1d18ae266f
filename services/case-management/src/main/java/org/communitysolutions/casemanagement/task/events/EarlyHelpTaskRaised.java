package org.communitysolutions.casemanagement.task.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.domain.Priority;
import org.communitysolutions.casemanagement.task.domain.Reason;
import org.communitysolutions.shared.messaging.Consumes;

/** A rule holds for a household: a team is asked to reach out. */
@Consumes("risk.early-help-task-raised.v1")
record EarlyHelpTaskRaised(
        UUID householdId,
        UUID taskId,
        String rule,
        int ruleVersion,
        String kind,
        String team,
        Priority priority,
        LocalDate dueOn,
        List<Reason> reasons) {}
