package org.communitysolutions.employment.jobloss.events;

import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.employment.jobloss.JobLoss;
import org.communitysolutions.shared.messaging.Publishes;

/** A person lost their job. */
@Publishes("job-lost.v1")
public record JobLost(UUID householdId, UUID personId, LocalDate on) {

    public static JobLost of(JobLoss loss) {
        return new JobLost(loss.householdId(), loss.personId(), loss.on());
    }
}
