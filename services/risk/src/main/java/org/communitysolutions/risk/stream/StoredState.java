package org.communitysolutions.risk.stream;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.communitysolutions.risk.rules.Band;

/** What was last announced of a household, in one of its evaluations. */
public record StoredState(int score, Band band, Map<String, StoredFactor> factors) {

    static final StoredState NOTHING = new StoredState(0, Band.LOW, Map.of());

    /** A factor that the household was said to have. */
    public record StoredFactor(Instant since, UUID beganBy) {}
}
