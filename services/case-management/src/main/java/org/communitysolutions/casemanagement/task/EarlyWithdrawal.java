package org.communitysolutions.casemanagement.task;

import java.time.Instant;
import java.util.UUID;

/** A withdrawal of a task that has not arrived. */
public record EarlyWithdrawal(UUID task, String why, Instant at, boolean restricted) {}
