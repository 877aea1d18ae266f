package org.communitysolutions.risk.rules;

/**
 * That events happened later, or earlier, than the last one of another kind; if there was none of that, no event did.
 *
 * @param side on which side of it
 */
public record Sequence(Side side, EventPattern of) {

    /** Later or earlier. */
    public enum Side {
        AFTER,
        BEFORE
    }

    /** The event that others are held against; null if there is none yet. */
    PastEvent mark(Moment moment) {
        return moment.past(of.kind()).last(of);
    }

    boolean allows(PastEvent event, PastEvent mark) {
        int order = mark == null ? 0 : event.occurredAt().compareTo(mark.occurredAt());
        return side == Side.AFTER ? order > 0 : order < 0;
    }
}
