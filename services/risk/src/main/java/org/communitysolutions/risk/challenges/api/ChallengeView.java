package org.communitysolutions.risk.challenges.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.challenges.ChallengeState;
import org.communitysolutions.risk.challenges.SubjectKind;
import org.communitysolutions.risk.challenges.domain.Challenge;
import org.communitysolutions.risk.challenges.domain.Particulars;
import org.communitysolutions.risk.challenges.domain.Ruling;

/**
 * A challenge as the front line sees it.
 *
 * @param of what is challenged
 * @param task which task, if it is one
 * @param factor which factor, if it is one
 * @param by the person who challenges it; left out if it is the household as a whole
 * @param dueOn by when the household is to have an answer
 * @param decidedAt when it ended; left out with its reasons while it is open
 */
record ChallengeView(
        UUID id,
        UUID householdId,
        SubjectKind of,
        Optional<UUID> task,
        Optional<String> factor,
        String says,
        Optional<UUID> by,
        LocalDate receivedOn,
        LocalDate dueOn,
        String recordedBy,
        Instant recordedAt,
        ChallengeState state,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<String> reasons) {

    static ChallengeView of(Challenge challenge) {
        Particulars about = challenge.particulars();
        Optional<Ruling> ruling =
                switch (challenge) {
                    case Challenge.Open open -> Optional.empty();
                    case Challenge.Upheld upheld -> Optional.of(upheld.ruling());
                    case Challenge.Dismissed dismissed -> Optional.of(dismissed.ruling());
                    case Challenge.Withdrawn withdrawn -> Optional.of(withdrawn.ruling());
                };
        return new ChallengeView(
                about.id(),
                about.household(),
                SubjectKind.of(about.of()),
                SubjectKind.task(about.of()),
                SubjectKind.factor(about.of()),
                about.says(),
                about.by(),
                about.receivedOn(),
                about.dueOn(),
                about.recordedBy(),
                about.recordedAt(),
                ChallengeState.of(challenge),
                ruling.map(Ruling::by),
                ruling.map(Ruling::at),
                ruling.map(Ruling::reasons));
    }
}
