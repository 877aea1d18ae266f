package org.communitysolutions.employment.job;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.employment.job.domain.Allowances;
import org.communitysolutions.employment.job.domain.Decision;
import org.communitysolutions.employment.job.domain.Milestone;
import org.communitysolutions.employment.job.domain.Sustained;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;

/** Claims that a participant has been in work for weeks that count as an outcome. */
@ApplicationScoped
public class SustainWork {

    private final Transactions transactions;
    private final HeldWork work;
    private final Jobs jobs;
    private final JobEvents events;
    private final Allowances allowances;
    private final CouncilCalendar calendar;
    private final Clock clock;

    SustainWork(
            Transactions transactions,
            HeldWork work,
            Jobs jobs,
            JobEvents events,
            Allowances allowances,
            CouncilCalendar calendar,
            Clock clock) {
        this.transactions = transactions;
        this.work = work;
        this.jobs = jobs;
        this.events = events;
        this.allowances = allowances;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What is claimed.
     *
     * @param jobId the job in which the weeks were reached
     * @param reachedOn a day by which they had passed
     */
    public record Claim(UUID jobId, Milestone milestone, LocalDate reachedOn) {}

    /**
     * Claims the weeks.
     *
     * @throws NoSuchJob (through the Uni) if there is none
     * @throws JobRefused (through the Uni) if the weeks have not been reached or were claimed before
     */
    public Uni<Sustained> handle(Caller caller, Claim claim) {
        return transactions.once(caller, claim, Sustained.class, session -> work.withJob(session, claim.jobId())
                .map(held -> JobRefused.unlessTaken(held.work()
                        .sustain(
                                Uuid7.next(),
                                claim.jobId(),
                                claim.milestone(),
                                claim.reachedOn(),
                                allowances,
                                calendar.today())))
                .call(taken -> jobs.add(session, taken.state(), clock.instant()))
                .call(taken -> events.tell(session, caller, taken.event()))
                .map(Decision.Taken::state));
    }
}
