package org.communitysolutions.volunteering.hours;

import org.communitysolutions.volunteering.hours.domain.Decision;
import org.communitysolutions.volunteering.hours.domain.HoursState;
import org.communitysolutions.volunteering.hours.domain.Refusal;

/** Time is not logged or not approved; the transaction leaves nothing behind. */
public final class HoursRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public HoursRefused(Refusal refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** What was decided, or this refusal. */
    static <S extends HoursState> S unlessTaken(Decision<S> decision) {
        return switch (decision) {
            case Decision.Taken<S> taken -> taken.state();
            case Decision.Refused<S> refused -> throw new HoursRefused(refused.refusal());
        };
    }
}
