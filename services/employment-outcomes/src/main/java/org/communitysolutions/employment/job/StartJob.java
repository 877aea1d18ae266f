package org.communitysolutions.employment.job;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.employment.job.domain.Decision;
import org.communitysolutions.employment.job.domain.Evidence;
import org.communitysolutions.employment.job.domain.InWork;
import org.communitysolutions.employment.job.domain.Job;
import org.communitysolutions.employment.job.domain.JobKind;
import org.communitysolutions.employment.participant.Participant;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;

/** Records that a participant started a job, with the evidence that somebody saw. */
@ApplicationScoped
public class StartJob {

    private final Transactions transactions;
    private final HeldWork work;
    private final Jobs jobs;
    private final JobEvents events;
    private final CouncilCalendar calendar;
    private final Clock clock;

    StartJob(
            Transactions transactions,
            HeldWork work,
            Jobs jobs,
            JobEvents events,
            CouncilCalendar calendar,
            Clock clock) {
        this.transactions = transactions;
        this.work = work;
        this.jobs = jobs;
        this.events = events;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The job, and what was seen of it on which day; whoever records it is who saw it. */
    public record Start(
            UUID participantId,
            JobKind kind,
            String employer,
            LocalDate startedOn,
            BigDecimal hours,
            long annualPayPence,
            Evidence.Kind evidence,
            LocalDate evidenceSeenOn) {

        private Job by(Participant participant, String subject) {
            return new Job(
                    Uuid7.next(),
                    participant.id(),
                    participant.householdId(),
                    participant.personId(),
                    kind,
                    employer,
                    startedOn,
                    hours,
                    annualPayPence,
                    new Evidence(evidence, evidenceSeenOn, subject));
        }
    }

    /**
     * Starts the job.
     *
     * @throws org.communitysolutions.employment.participant.NoSuchParticipant (through the Uni) if there is none
     * @throws JobRefused (through the Uni) if it does not count
     */
    public Uni<InWork> handle(Caller caller, Start start) {
        return transactions.once(
                caller, start, InWork.class, session -> work.ofParticipant(session, start.participantId())
                        .map(held -> JobRefused.unlessTaken(
                                held.work().start(start.by(held.participant(), caller.subject()), calendar.today())))
                        .call(taken -> jobs.add(session, taken.state(), clock.instant()))
                        .call(taken -> events.tell(session, caller, taken.event()))
                        .map(Decision.Taken::state));
    }
}
