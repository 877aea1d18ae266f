package org.communitysolutions.risk.challenges.events;

import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.challenges.SubjectKind;
import org.communitysolutions.shared.messaging.Publishes;

/** A challenge is over. */
@Publishes("challenge-decided.v1")
public record ChallengeDecided(
        UUID householdId,
        UUID challengeId,
        SubjectKind of,
        Optional<UUID> taskId,
        Optional<String> factor,
        Outcome outcome) {

    /** What came of it. */
    public enum Outcome {
        UPHELD,
        DISMISSED,
        WITHDRAWN
    }
}
