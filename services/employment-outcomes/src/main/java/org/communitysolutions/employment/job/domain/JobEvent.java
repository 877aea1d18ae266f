package org.communitysolutions.employment.job.domain;

import java.time.LocalDate;

/** What happened in a participant's work. */
public sealed interface JobEvent {

    Job job();

    record Started(Job job) implements JobEvent {}

    /**
     * The job was lost.
     *
     * @param on the first day without it
     */
    record Lost(Job job, LocalDate on) implements JobEvent {}

    /**
     * The weeks were reached.
     *
     * @param reachedOn a day by which they had passed
     */
    record Sustained(Job job, Milestone milestone, LocalDate reachedOn) implements JobEvent {}
}
