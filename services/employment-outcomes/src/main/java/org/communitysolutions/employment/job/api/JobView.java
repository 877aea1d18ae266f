package org.communitysolutions.employment.job.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.employment.job.KeptJob;
import org.communitysolutions.employment.job.domain.Evidence;
import org.communitysolutions.employment.job.domain.InWork;
import org.communitysolutions.employment.job.domain.Job;
import org.communitysolutions.employment.job.domain.JobKind;
import org.communitysolutions.employment.job.domain.Lost;

/** A job as the front line sees it. */
record JobView(
        UUID id,
        UUID participantId,
        UUID householdId,
        UUID personId,
        JobKind kind,
        String employer,
        LocalDate startedOn,
        BigDecimal hours,
        long annualPayPence,
        Evidence evidence,
        State state,
        Optional<LocalDate> lostOn,
        List<ClaimView> sustained) {

    enum State {
        IN_WORK,
        LOST
    }

    static JobView of(KeptJob kept) {
        List<ClaimView> sustained = kept.sustained().stream().map(ClaimView::of).toList();
        return switch (kept.state()) {
            case InWork inWork -> of(inWork.job(), State.IN_WORK, Optional.empty(), sustained);
            case Lost lost -> of(lost.job(), State.LOST, Optional.of(lost.on()), sustained);
        };
    }

    private static JobView of(Job job, State state, Optional<LocalDate> lostOn, List<ClaimView> sustained) {
        return new JobView(
                job.id(),
                job.participantId(),
                job.householdId(),
                job.personId(),
                job.kind(),
                job.employer(),
                job.startedOn(),
                job.hours(),
                job.annualPayPence(),
                job.evidence(),
                state,
                lostOn,
                sustained);
    }
}
