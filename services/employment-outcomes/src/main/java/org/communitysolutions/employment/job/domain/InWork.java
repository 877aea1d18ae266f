package org.communitysolutions.employment.job.domain;

import java.time.LocalDate;

/** A job that the participant is in. */
public record InWork(Job job) implements JobState {

    /**
     * Loses it.
     *
     * @param on the first day without it: after the first day of work, today or earlier
     */
    public Decision<Lost> lose(LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            return Decision.refused(Refusal.IN_THE_FUTURE);
        }
        if (!on.isAfter(job.startedOn())) {
            return Decision.refused(Refusal.BEFORE_START);
        }
        return Decision.taken(new Lost(job, on), new JobEvent.Lost(job, on));
    }
}
