package org.communitysolutions.employment.job.events;

import java.util.UUID;
import org.communitysolutions.employment.job.domain.Job;
import org.communitysolutions.employment.job.domain.Milestone;
import org.communitysolutions.shared.messaging.Publishes;

/** A participant has been in work for weeks that count as an outcome. */
@Publishes("job-sustained.v1")
record JobSustained(UUID householdId, UUID participantId, UUID personId, UUID jobId, int weeks) {

    static JobSustained of(Job job, Milestone milestone) {
        return new JobSustained(job.householdId(), job.participantId(), job.personId(), job.id(), milestone.weeks());
    }
}
