package org.communitysolutions.employment.job.domain;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A claim that the weeks were reached.
 *
 * @param job the job in which they were
 * @param reachedOn a day by which they had passed
 */
public record Sustained(UUID id, Job job, Milestone milestone, LocalDate reachedOn) {}
