package org.communitysolutions.intake.disclosure.domain;

/**
 * How many ticks on the DASH checklist stand for high risk.
 *
 * @param ticks 1 to 24
 * @param source where that is laid down
 */
public record DashThreshold(int ticks, String source) {

    public DashThreshold {
        if (ticks < 1 || ticks > DashScore.QUESTIONS) {
            throw new IllegalArgumentException("A threshold of %d ticks out of 24".formatted(ticks));
        }
    }
}
