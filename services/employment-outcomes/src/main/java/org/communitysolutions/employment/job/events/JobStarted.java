package org.communitysolutions.employment.job.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.employment.job.domain.Job;
import org.communitysolutions.shared.messaging.Publishes;

/** A participant started a job. */
@Publishes("job-started.v1")
record JobStarted(
        UUID householdId,
        UUID participantId,
        UUID personId,
        UUID jobId,
        LocalDate on,
        BigDecimal hours,
        long annualPayPence) {

    static JobStarted of(Job job) {
        return new JobStarted(
                job.householdId(),
                job.participantId(),
                job.personId(),
                job.id(),
                job.startedOn(),
                job.hours(),
                job.annualPayPence());
    }
}
