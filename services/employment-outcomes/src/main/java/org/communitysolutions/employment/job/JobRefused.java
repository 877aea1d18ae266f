package org.communitysolutions.employment.job;

import org.communitysolutions.employment.job.domain.Decision;
import org.communitysolutions.employment.job.domain.Refusal;

/** A job is not started or lost, or its weeks are not claimed; the transaction leaves nothing behind. */
public final class JobRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public JobRefused(Refusal refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** What was decided, or this refusal. */
    static <S> Decision.Taken<S> unlessTaken(Decision<S> decision) {
        return switch (decision) {
            case Decision.Taken<S> taken -> taken;
            case Decision.Refused<S> refused -> throw new JobRefused(refused.refusal());
        };
    }
}
