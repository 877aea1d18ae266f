package org.communitysolutions.casemanagement.task.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.communitysolutions.shared.messaging.Publishes;

/** A task was taken back because what it rested on holds no longer. */
@Publishes("task-withdrawn.v1")
record TaskWithdrawn(@JsonUnwrapped TaskFacts task) {}
