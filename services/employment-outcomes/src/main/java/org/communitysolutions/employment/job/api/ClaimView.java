package org.communitysolutions.employment.job.api;

import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.employment.job.domain.Sustained;

/** Weeks in work that were claimed, as the front line sees them. */
record ClaimView(UUID id, UUID jobId, int weeks, LocalDate reachedOn) {

    static ClaimView of(Sustained sustained) {
        return new ClaimView(
                sustained.id(), sustained.job().id(), sustained.milestone().weeks(), sustained.reachedOn());
    }
}
