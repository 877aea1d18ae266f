package org.communitysolutions.casemanagement.task.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.communitysolutions.shared.messaging.Publishes;

/** A worker took a task from the queue. */
@Publishes("task-claimed.v1")
record TaskClaimed(@JsonUnwrapped TaskFacts task) {}
