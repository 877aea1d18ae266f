package org.communitysolutions.casemanagement.task.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.communitysolutions.casemanagement.task.domain.Outcome;
import org.communitysolutions.shared.messaging.Publishes;

/** A task was done, with an outcome. */
@Publishes("task-completed.v1")
record TaskCompleted(@JsonUnwrapped TaskFacts task, Outcome outcome) {}
