package org.communitysolutions.employment.jobloss.api;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.employment.jobloss.JobLoss;

/** A job loss as the front line sees it. */
record JobLossView(UUID id, UUID householdId, UUID personId, Optional<UUID> jobId, LocalDate on) {

    static JobLossView of(JobLoss loss) {
        return new JobLossView(loss.id(), loss.householdId(), loss.personId(), loss.jobId(), loss.on());
    }
}
