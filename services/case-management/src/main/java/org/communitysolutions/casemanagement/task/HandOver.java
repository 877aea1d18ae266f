package org.communitysolutions.casemanagement.task;

import java.time.Instant;
import java.util.UUID;

/**
 * One passing of a task from queue to queue.
 *
 * @param from the code of the team that had it
 * @param to the code of the team that got it; the same when a worker put it back
 * @param reason for the next worker to read, 1 to 2,000 characters
 * @param worker who passed it on
 */
public record HandOver(String from, String to, String reason, UUID worker, Instant at) {}
