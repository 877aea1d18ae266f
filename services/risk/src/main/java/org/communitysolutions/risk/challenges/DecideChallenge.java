package org.communitysolutions.risk.challenges;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.communitysolutions.risk.challenges.domain.Answer;
import org.communitysolutions.risk.challenges.domain.Challenge;
import org.communitysolutions.risk.challenges.domain.Decisions;
import org.communitysolutions.risk.challenges.domain.Ruling;
import org.communitysolutions.risk.challenges.domain.Verdict;
import org.communitysolutions.risk.challenges.persistence.ChallengeRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** Ends a challenge: by a person's decision, or because the household takes it back. */
@ApplicationScoped
public class DecideChallenge {

    private final Transactions transactions;
    private final ChallengeRows challenges;
    private final TellOfChallenges telling;
    private final Clock clock;

    DecideChallenge(Transactions transactions, ChallengeRows challenges, TellOfChallenges telling, Clock clock) {
        this.transactions = transactions;
        this.challenges = challenges;
        this.telling = telling;
        this.clock = clock;
    }

    /**
     * How a challenge ends.
     *
     * @param verdict what was decided; empty if the household takes it back
     */
    public record Ending(UUID household, UUID challenge, Optional<Verdict> verdict, String reasons) {}

    /** Carries it out, if it is the caller's to do so and the challenge is open. */
    public Uni<ChallengeAnswer> handle(Caller caller, Ending ending) {
        Ruling ruling = new Ruling(caller.subject(), clock.instant(), ending.reasons());
        Function<Challenge, Answer> decide = challenge -> ending.verdict()
                .map(verdict -> Decisions.decide(challenge, decider(caller), verdict, ruling))
                .orElseGet(() -> Decisions.takeBack(challenge, ruling));
        return transactions
                .once(caller, ending, Kept.class, session -> challenges
                        .findForUpdate(session, ending.household(), ending.challenge())
                        .map(found -> found.map(decide))
                        .call(answer -> answer.orElse(null) instanceof Answer.Changed(Challenge changed)
                                ? challenges
                                        .update(session, changed)
                                        .chain(() -> telling.ended(session, caller, changed))
                                : Uni.createFrom().voidItem())
                        .map(answer -> Kept.of(answer, ending.challenge())))
                .map(Kept::answer);
    }

    private static Decisions.Decider decider(Caller caller) {
        return new Decisions.Decider(
                caller.subject(), caller.has("team-manager"), caller.has("domestic-abuse-specialist"));
    }

    /** What is kept for a request that is sent again. */
    record Kept(Optional<UUID> challenge, Optional<Answer.Refusal> refusal) {

        private static Kept of(Optional<Answer> answer, UUID challenge) {
            if (answer.isEmpty()) {
                return new Kept(Optional.empty(), Optional.empty());
            }
            return switch (answer.get()) {
                case Answer.Changed changed -> new Kept(Optional.of(challenge), Optional.empty());
                case Answer.Refused(Answer.Refusal why) -> new Kept(Optional.empty(), Optional.of(why));
            };
        }

        private ChallengeAnswer answer() {
            if (refusal.isPresent()) {
                return new ChallengeAnswer.Refused(refusal.get());
            }
            return challenge
                    .<ChallengeAnswer>map(ChallengeAnswer.Done::new)
                    .orElseGet(() -> new ChallengeAnswer.Absent("challenge"));
        }
    }
}
