package org.communitysolutions.intake.disclosure.domain;

/**
 * The ticks on the DASH checklist (domestic abuse, stalking and honour-based abuse), which has 24 questions.
 *
 * @param ticks 0 to 24
 */
public record DashScore(int ticks) {

    public static final int QUESTIONS = 24;

    public DashScore {
        if (ticks < 0 || ticks > QUESTIONS) {
            throw new IllegalArgumentException("A DASH score of %d".formatted(ticks));
        }
    }

    boolean reaches(DashThreshold threshold) {
        return ticks >= threshold.ticks();
    }
}
