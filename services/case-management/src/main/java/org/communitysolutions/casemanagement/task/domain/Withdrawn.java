package org.communitysolutions.casemanagement.task.domain;

import java.time.Instant;

/**
 * It is asked for no longer.
 *
 * @param why the code that risk gave
 */
public record Withdrawn(Particulars particulars, String why, Instant at) implements Task {}
