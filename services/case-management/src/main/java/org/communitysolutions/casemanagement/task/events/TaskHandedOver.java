package org.communitysolutions.casemanagement.task.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.communitysolutions.shared.messaging.Publishes;

/** A task was passed to another team's queue, or put back into its own. */
@Publishes("task-handed-over.v1")
record TaskHandedOver(@JsonUnwrapped TaskFacts task) {}
