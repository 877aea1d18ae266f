package org.communitysolutions.risk.editions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an edition asked for while it was last in shadow, as far as the caller may know of it.
 *
 * @param from how far the time of events had come when it began
 * @param until how far it had come when it ended
 * @param lines by rule and team
 */
public record ShadowCounts(
        String version,
        Instant beganAt,
        Instant from,
        Optional<Instant> endedAt,
        Optional<Instant> until,
        List<Line> lines) {

    /**
     * The tasks of one rule for one team.
     *
     * @param atBeginning those that it would have asked for before, and that stood as it began
     * @param since those that it would have asked for in its time
     * @param onlyLive those that the live edition asked for in its time, and it would not have
     */
    public record Line(String rule, String team, Both atBeginning, Both since, long onlyLive) {}

    /** Tasks that the live edition asked for too, and those that it did not ask for. */
    public record Both(long live, long only) {}
}
