package org.communitysolutions.risk.challenges.events;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.challenges.SubjectKind;
import org.communitysolutions.shared.messaging.Publishes;

/** A household challenges something: it is paused until a person has decided. */
@Publishes("challenge-recorded.v1")
public record ChallengeRecorded(
        UUID householdId,
        UUID challengeId,
        SubjectKind of,
        Optional<UUID> taskId,
        Optional<String> factor,
        LocalDate dueOn) {}
