package org.communitysolutions.risk.tasks.events;

import java.util.UUID;
import org.communitysolutions.risk.tasks.Withdrawal;
import org.communitysolutions.shared.messaging.Publishes;

/** A task is asked for no longer. */
@Publishes("early-help-task-withdrawn.v1")
public record EarlyHelpTaskWithdrawn(UUID householdId, UUID taskId, Withdrawal why) {}
