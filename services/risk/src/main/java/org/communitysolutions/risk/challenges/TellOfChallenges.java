package org.communitysolutions.risk.challenges;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.communitysolutions.risk.challenges.domain.Challenge;
import org.communitysolutions.risk.challenges.domain.Particulars;
import org.communitysolutions.risk.challenges.domain.Ruling;
import org.communitysolutions.risk.challenges.events.ChallengeDecided;
import org.communitysolutions.risk.challenges.events.ChallengeDecided.Outcome;
import org.communitysolutions.risk.challenges.events.ChallengeRecorded;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells of challenges, this service's own stream among others: only as events do they become part of a household's
 * history, and so hold when it is made anew. What was said is in no event.
 */
@ApplicationScoped
class TellOfChallenges {

    private final Outbox outbox;

    TellOfChallenges(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> recorded(Mutiny.Session session, Caller caller, Challenge.Open challenge) {
        Particulars about = challenge.particulars();
        return tell(
                session,
                caller,
                about,
                about.recordedAt(),
                new ChallengeRecorded(
                        about.household(),
                        about.id(),
                        SubjectKind.of(about.of()),
                        SubjectKind.task(about.of()),
                        SubjectKind.factor(about.of()),
                        about.dueOn()));
    }

    /** Nothing is told of one that is open still. */
    Uni<Void> ended(Mutiny.Session session, Caller caller, Challenge challenge) {
        return switch (challenge) {
            case Challenge.Open open -> Uni.createFrom().voidItem();
            case Challenge.Upheld(Particulars about, Ruling ruling) ->
                decided(session, caller, about, ruling, Outcome.UPHELD);
            case Challenge.Dismissed(Particulars about, Ruling ruling) ->
                decided(session, caller, about, ruling, Outcome.DISMISSED);
            case Challenge.Withdrawn(Particulars about, Ruling ruling) ->
                decided(session, caller, about, ruling, Outcome.WITHDRAWN);
        };
    }

    private Uni<Void> decided(
            Mutiny.Session session, Caller caller, Particulars about, Ruling ruling, Outcome outcome) {
        return tell(
                session,
                caller,
                about,
                ruling.at(),
                new ChallengeDecided(
                        about.household(),
                        about.id(),
                        SubjectKind.of(about.of()),
                        SubjectKind.task(about.of()),
                        SubjectKind.factor(about.of()),
                        outcome));
    }

    private Uni<Void> tell(Mutiny.Session session, Caller caller, Particulars about, Instant at, Object data) {
        Announcement announcement = Announcement.about(about.household(), at, data);
        return outbox.append(session, caller, about.restricted() ? announcement.restricted() : announcement);
    }
}
