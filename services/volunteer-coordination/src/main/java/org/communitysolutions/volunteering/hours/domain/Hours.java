package org.communitysolutions.volunteering.hours.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Time that a volunteer gave on one day: what holds of it whether it is approved or not.
 *
 * @param matchId the match that it was given in, if it was in one
 * @param activity a code, lower-case with hyphens: {@code befriending}
 * @param minutes 1 to 1,440
 * @param loggedBy the subject of whoever logged it
 */
public record Hours(
        UUID id,
        UUID volunteerId,
        Optional<UUID> matchId,
        String activity,
        LocalDate on,
        int minutes,
        String loggedBy) {

    /** The minutes of a day. */
    public static final int DAY = 24 * 60;

    public Hours {
        if (minutes < 1 || minutes > DAY) {
            throw new IllegalArgumentException("Nobody gives %d minutes on a day".formatted(minutes));
        }
    }
}
