package org.communitysolutions.risk.challenges;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.challenges.domain.Challenge;
import org.communitysolutions.risk.challenges.domain.Particulars;
import org.communitysolutions.risk.challenges.domain.Subject;
import org.communitysolutions.risk.challenges.persistence.ChallengeRows;
import org.communitysolutions.risk.challenges.persistence.ChallengedRows;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps a household's challenge, and tells of it, so that the stream pauses what it is of. */
@ApplicationScoped
public class RecordChallenge {

    private final Transactions transactions;
    private final ChallengedRows challenged;
    private final ChallengeRows challenges;
    private final TellOfChallenges telling;
    private final ResponsePeriods periods;
    private final Clock clock;

    RecordChallenge(
            Transactions transactions,
            ChallengedRows challenged,
            ChallengeRows challenges,
            TellOfChallenges telling,
            ResponsePeriods periods,
            Clock clock) {
        this.transactions = transactions;
        this.challenged = challenged;
        this.challenges = challenges;
        this.telling = telling;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * What the household said.
     *
     * @param by the person who said it; empty if it is the household as a whole
     * @param receivedOn a day that is not in the future, and to which a response period applies
     */
    public record Objection(UUID household, Kind kind, String says, LocalDate receivedOn, Optional<UUID> by) {}

    /**
     * What it is of, in a form that can be compared with a request sent again.
     *
     * @param task of a task, else empty
     * @param factor of a factor, else empty
     */
    public record Kind(SubjectKind of, Optional<UUID> task, Optional<String> factor) {
        private Subject subject() {
            return switch (of) {
                case TASK -> new Subject.OfTask(task.orElseThrow());
                case FACTOR -> new Subject.OfFactor(factor.orElseThrow());
                case SCORE -> new Subject.OfScore();
            };
        }
    }

    /** The challenge, once it is kept; what the caller cannot see is not there to be challenged. */
    public Uni<ChallengeAnswer> handle(Caller caller, Objection objection) {
        return transactions
                .once(caller, objection, Kept.class, session -> challenges
                        .lock(session, objection.household())
                        .chain(() -> record(session, caller, objection)))
                .map(Kept::answer);
    }

    /** What is kept for a request that is sent again. */
    record Kept(Optional<UUID> challenge, Optional<String> absent) {

        private ChallengeAnswer answer() {
            if (absent.isPresent()) {
                return new ChallengeAnswer.Absent(absent.get());
            }
            return challenge.<ChallengeAnswer>map(ChallengeAnswer.Done::new).orElseGet(ChallengeAnswer.Pending::new);
        }
    }

    private Uni<Kept> record(Mutiny.Session session, Caller caller, Objection objection) {
        Subject of = objection.kind().subject();
        return challenged
                .household(session, objection.household())
                .chain(known -> known.isEmpty()
                        ? absent("household")
                        : challenges
                                .openOf(session, objection.household(), of)
                                .chain(open -> open.isPresent()
                                        ? Uni.createFrom().item(new Kept(Optional.empty(), Optional.empty()))
                                        : challenged
                                                .restricted(session, objection.household(), of)
                                                .chain(restricted -> restricted.isEmpty()
                                                        ? absent(EnumCodes.of(
                                                                objection.kind().of()))
                                                        : keep(session, caller, objection, restricted.get()))));
    }

    private static Uni<Kept> absent(String kind) {
        return Uni.createFrom().item(new Kept(Optional.empty(), Optional.of(kind)));
    }

    private Uni<Kept> keep(Mutiny.Session session, Caller caller, Objection objection, boolean restricted) {
        Challenge.Open challenge = new Challenge.Open(new Particulars(
                Uuid7.next(),
                objection.household(),
                restricted,
                objection.kind().subject(),
                objection.says(),
                objection.by(),
                objection.receivedOn(),
                periods.dueOn(objection.receivedOn()),
                caller.subject(),
                clock.instant()));
        UUID id = challenge.particulars().id();
        return challenges
                .add(session, challenge)
                .chain(() -> telling.recorded(session, caller, challenge))
                .replaceWith(new Kept(Optional.of(id), Optional.empty()));
    }
}
