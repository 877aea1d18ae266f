package org.communitysolutions.homelessness.duty;

import org.communitysolutions.homelessness.duty.domain.Decision;
import org.communitysolutions.homelessness.duty.domain.DutyState;
import org.communitysolutions.homelessness.duty.domain.Refusal;

/** A duty is not accepted or not ended; the transaction leaves nothing behind. */
public final class DutyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public DutyRefused(Refusal refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** What was decided, or this refusal. */
    static <S extends DutyState> Decision.Taken<S> unlessTaken(Decision<S> decision) {
        return switch (decision) {
            case Decision.Taken<S> taken -> taken;
            case Decision.Refused<S> refused -> throw new DutyRefused(refused.refusal());
        };
    }
}
