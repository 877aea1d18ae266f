package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A factor that a household has.
 *
 * @param since since when without a break
 * @param began the event that began it
 * @param latest the last event that brought news of it
 * @param latestAt when that was
 * @param standsUntil when it ends unless there is news; empty if it does not end by itself
 * @param level how much, of all its strands together, where its events say
 * @param trend which way the level went last
 */
public record HeldFactor(
        Factor factor,
        Instant since,
        UUID began,
        UUID latest,
        Instant latestAt,
        Optional<Instant> standsUntil,
        OptionalLong level,
        Trend trend) {

    public String code() {
        return factor.code();
    }
}
