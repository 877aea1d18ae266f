package org.communitysolutions.casemanagement.task.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.communitysolutions.shared.messaging.Publishes;

/** A task came to stand in a team's queue. */
@Publishes("task-created.v1")
record TaskCreated(@JsonUnwrapped TaskFacts task) {}
