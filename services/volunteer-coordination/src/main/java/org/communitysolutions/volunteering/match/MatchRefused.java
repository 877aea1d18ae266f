package org.communitysolutions.volunteering.match;

import org.communitysolutions.volunteering.match.domain.Decision;
import org.communitysolutions.volunteering.match.domain.MatchState;
import org.communitysolutions.volunteering.match.domain.Refusal;

/** A match is not made or not ended; the transaction leaves nothing behind. */
public final class MatchRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public MatchRefused(Refusal refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** What was decided, or this refusal. */
    static <S extends MatchState> Decision.Taken<S> unlessTaken(Decision<S> decision) {
        return switch (decision) {
            case Decision.Taken<S> taken -> taken;
            case Decision.Refused<S> refused -> throw new MatchRefused(refused.refusal());
        };
    }
}
