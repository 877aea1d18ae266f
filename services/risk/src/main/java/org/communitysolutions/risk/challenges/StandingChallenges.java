package org.communitysolutions.risk.challenges;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.challenges.domain.Challenge;
import org.communitysolutions.risk.challenges.domain.Particulars;
import org.communitysolutions.risk.challenges.domain.Ruling;
import org.communitysolutions.risk.challenges.persistence.ChallengeRows;
import org.hibernate.reactive.mutiny.Mutiny;

/** The challenges that bear on what is shown of a household. */
@ApplicationScoped
public class StandingChallenges {

    private final ChallengeRows rows;

    StandingChallenges(ChallengeRows rows) {
        this.rows = rows;
    }

    /**
     * A challenge as it stood at a moment, as far as the caller may know of it.
     *
     * @param task the task that is challenged; empty if it is another thing
     * @param factor the factor that is challenged; empty if it is another thing
     * @param state open or upheld
     * @param decidedAt when it was upheld
     */
    public record Standing(
            UUID id,
            SubjectKind of,
            Optional<UUID> task,
            Optional<String> factor,
            LocalDate receivedOn,
            LocalDate dueOn,
            ChallengeState state,
            Optional<Instant> decidedAt) {}

    /** Those that were open at that moment, or upheld by then, oldest first. */
    public Uni<List<Standing>> of(Mutiny.Session session, UUID household, Instant moment) {
        return rows.of(session, household).map(all -> all.stream()
                .filter(challenge -> !challenge.particulars().recordedAt().isAfter(moment))
                .map(challenge -> asOf(challenge, moment))
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<Standing> asOf(Challenge challenge, Instant moment) {
        return switch (challenge) {
            case Challenge.Open open -> Optional.of(open(open.particulars()));
            case Challenge.Upheld(Particulars about, Ruling ruling) ->
                Optional.of(
                        ruling.at().isAfter(moment)
                                ? open(about)
                                : standing(about, ChallengeState.UPHELD, Optional.of(ruling.at())));
            case Challenge.Dismissed(Particulars about, Ruling ruling) -> openUntil(ruling, about, moment);
            case Challenge.Withdrawn(Particulars about, Ruling ruling) -> openUntil(ruling, about, moment);
        };
    }

    private static Optional<Standing> openUntil(Ruling ruling, Particulars about, Instant moment) {
        return ruling.at().isAfter(moment) ? Optional.of(open(about)) : Optional.empty();
    }

    private static Standing open(Particulars about) {
        return standing(about, ChallengeState.OPEN, Optional.empty());
    }

    private static Standing standing(Particulars about, ChallengeState state, Optional<Instant> decidedAt) {
        return new Standing(
                about.id(),
                SubjectKind.of(about.of()),
                SubjectKind.task(about.of()),
                SubjectKind.factor(about.of()),
                about.receivedOn(),
                about.dueOn(),
                state,
                decidedAt);
    }
}
