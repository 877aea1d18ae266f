package org.communitysolutions.employment.job.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.communitysolutions.employment.job.SustainWork;
import org.communitysolutions.employment.job.domain.Milestone;
import org.communitysolutions.shared.web.PlausibleDate;
import org.communitysolutions.shared.web.Problem;

/**
 * That weeks in work were reached.
 *
 * @param weeks 13 or 26
 * @param reachedOn a day by which they had passed, today or earlier
 */
record NewClaim(
        @NotNull Integer weeks, @NotNull @PlausibleDate LocalDate reachedOn) {

    SustainWork.Claim claim(UUID job) {
        Milestone milestone = Arrays.stream(Milestone.values())
                .filter(known -> known.weeks() == weeks)
                .findFirst()
                .orElseThrow(() -> Problem.invalid("/weeks", "must be 13 or 26"));
        return new SustainWork.Claim(job, milestone, reachedOn);
    }
}
