package org.communitysolutions.employment.job;

import java.util.List;
import org.communitysolutions.employment.job.domain.JobState;
import org.communitysolutions.employment.job.domain.Sustained;

/**
 * A job as it is kept.
 *
 * @param sustained the weeks that were claimed as reached in it
 * @param version grows with each change
 */
public record KeptJob(JobState state, List<Sustained> sustained, long version) {

    public KeptJob {
        sustained = List.copyOf(sustained);
    }
}
