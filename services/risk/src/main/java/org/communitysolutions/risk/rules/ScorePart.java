package org.communitysolutions.risk.rules;

import java.util.UUID;

/**
 * One part of a household's score.
 *
 * @param factor the code of the factor that it comes from
 * @param because what about the factor counts
 * @param points negative if it protects
 * @param event the event that it rests on
 */
public record ScorePart(String factor, Because because, int points, UUID event) {

    /** What about a factor counts. */
    public enum Because {
        PRESENT,
        LEVEL,
        RISING
    }
}
