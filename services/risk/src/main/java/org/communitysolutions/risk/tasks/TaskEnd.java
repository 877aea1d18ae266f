package org.communitysolutions.risk.tasks;

import java.time.Instant;

/**
 * What people made of a task in the end.
 *
 * @param at event time
 */
public record TaskEnd(Outcome outcome, Instant at) {}
