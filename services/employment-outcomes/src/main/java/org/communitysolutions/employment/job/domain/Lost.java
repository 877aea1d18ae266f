package org.communitysolutions.employment.job.domain;

import java.time.LocalDate;

/**
 * A job that the participant has no more.
 *
 * @param on the first day without it
 */
public record Lost(Job job, LocalDate on) implements JobState {}
