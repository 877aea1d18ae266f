package org.communitysolutions.volunteering.clearance;

import org.communitysolutions.volunteering.clearance.domain.Decision;
import org.communitysolutions.volunteering.clearance.domain.Refusal;

/** A role is not defined, or a check is not asked for or decided; the transaction leaves nothing behind. */
public final class ClearanceRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public ClearanceRefused(Refusal refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** What was decided, or this refusal. */
    static <S> S unlessTaken(Decision<S> decision) {
        return switch (decision) {
            case Decision.Taken<S> taken -> taken.state();
            case Decision.Refused<S> refused -> throw new ClearanceRefused(refused.refusal());
        };
    }
}
