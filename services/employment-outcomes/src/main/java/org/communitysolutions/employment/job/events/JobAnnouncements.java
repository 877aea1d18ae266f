package org.communitysolutions.employment.job.events;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.communitysolutions.employment.job.JobEvents;
import org.communitysolutions.employment.job.domain.JobEvent;
import org.communitysolutions.employment.jobloss.RecordJobLoss;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes what happened in participants' work into the outbox, and counts it for the operator. */
@ApplicationScoped
class JobAnnouncements implements JobEvents {

    private final RecordJobLoss losses;
    private final Outbox outbox;
    private final MeterRegistry meters;

    JobAnnouncements(RecordJobLoss losses, Outbox outbox, MeterRegistry meters) {
        this.losses = losses;
        this.outbox = outbox;
        this.meters = meters;
    }

    /** A loss is told where all losses are, whether the job was known here or not. */
    @Override
    public Uni<Void> tell(Mutiny.Session session, Caller caller, JobEvent event) {
        return switch (event) {
            case JobEvent.Started started ->
                append(session, caller, event, started.job().startedOn(), JobStarted.of(started.job()))
                        .invoke(() -> meters.counter(
                                        "employment-outcomes.jobs.started",
                                        "kind",
                                        EnumCodes.of(started.job().kind()))
                                .increment());
            case JobEvent.Sustained sustained ->
                append(
                                session,
                                caller,
                                event,
                                sustained.reachedOn(),
                                JobSustained.of(sustained.job(), sustained.milestone()))
                        .invoke(() -> meters.counter(
                                        "employment-outcomes.jobs.sustained",
                                        "milestone",
                                        EnumCodes.of(sustained.milestone()))
                                .increment());
            case JobEvent.Lost lost ->
                losses.within(session, caller, loss(lost)).replaceWithVoid();
        };
    }

    private Uni<Void> append(Mutiny.Session session, Caller caller, JobEvent event, LocalDate on, Object data) {
        Instant happened = CouncilCalendar.startOf(on);
        return outbox.append(session, caller, Announcement.about(event.job().householdId(), happened, data));
    }

    private static RecordJobLoss.Loss loss(JobEvent.Lost lost) {
        return new RecordJobLoss.Loss(
                lost.job().householdId(),
                lost.job().personId(),
                Optional.of(lost.job().id()),
                lost.on());
    }
}
