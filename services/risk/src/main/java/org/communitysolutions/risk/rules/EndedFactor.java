package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.util.UUID;

/**
 * A time during which a household had a factor that counted, and which is over.
 *
 * @param by the event that ended it, or of the challenge by which it counts no longer; the event that began it when time
 *     alone ended it
 */
public record EndedFactor(String code, Instant since, Instant until, UUID by) {}
