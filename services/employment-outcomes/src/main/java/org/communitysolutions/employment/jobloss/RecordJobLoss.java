package org.communitysolutions.employment.jobloss;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.employment.jobloss.events.JobLost;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/** Records that somebody lost a job and tells of it, once for each person and day. */
@ApplicationScoped
public class RecordJobLoss {

    private final Transactions transactions;
    private final JobLosses losses;
    private final Outbox outbox;
    private final Clock clock;

    RecordJobLoss(Transactions transactions, JobLosses losses, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.losses = losses;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Who lost a job, and when.
     *
     * @param jobId the job, if it is one that is known here
     * @param on the first day without it
     */
    public record Loss(UUID householdId, UUID personId, Optional<UUID> jobId, LocalDate on) {}

    /**
     * Records a loss.
     *
     * @throws LossAlreadyRecorded (through the Uni) if that person's loss on that day is known
     */
    public Uni<JobLoss> handle(Caller caller, Loss loss) {
        return transactions.once(caller, loss, JobLoss.class, session -> within(session, caller, loss));
    }

    /** The same, as part of a transaction in which a job that is known here was lost. */
    public Uni<JobLoss> within(Mutiny.Session session, Caller caller, Loss loss) {
        return losses.isKnown(session, loss.personId(), loss.on())
                .chain(known ->
                        known ? Uni.createFrom().failure(new LossAlreadyRecorded()) : keep(session, caller, loss));
    }

    private Uni<JobLoss> keep(Mutiny.Session session, Caller caller, Loss loss) {
        Instant now = clock.instant();
        JobLoss kept = new JobLoss(Uuid7.next(), loss.householdId(), loss.personId(), loss.jobId(), loss.on(), 0);
        Instant happened = CouncilCalendar.startOf(loss.on());
        return losses.add(session, kept, now)
                .chain(() -> outbox.append(
                        session, caller, Announcement.about(kept.householdId(), happened, JobLost.of(kept))))
                .replaceWith(kept);
    }
}
