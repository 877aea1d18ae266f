package org.communitysolutions.casemanagement.task.events;

import java.util.UUID;
import org.communitysolutions.shared.messaging.Consumes;

/** A task raised earlier is asked for no longer. */
@Consumes("risk.early-help-task-withdrawn.v1")
record EarlyHelpTaskWithdrawn(UUID taskId, String why) {}
