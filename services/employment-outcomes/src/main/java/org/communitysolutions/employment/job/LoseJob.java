package org.communitysolutions.employment.job;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.employment.job.domain.Allowances;
import org.communitysolutions.employment.job.domain.Decision;
import org.communitysolutions.employment.job.domain.Lost;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;

/** Records that a participant lost a job that is known here. */
@ApplicationScoped
public class LoseJob {

    private final Transactions transactions;
    private final HeldWork work;
    private final Jobs jobs;
    private final JobEvents events;
    private final Allowances allowances;
    private final CouncilCalendar calendar;

    LoseJob(
            Transactions transactions,
            HeldWork work,
            Jobs jobs,
            JobEvents events,
            Allowances allowances,
            CouncilCalendar calendar) {
        this.transactions = transactions;
        this.work = work;
        this.jobs = jobs;
        this.events = events;
        this.allowances = allowances;
        this.calendar = calendar;
    }

    /**
     * Which job, and when.
     *
     * @param version the version that this is based on
     * @param on the first day without it
     */
    public record Loss(UUID id, long version, LocalDate on) {}

    /**
     * Loses the job.
     *
     * @throws NoSuchJob (through the Uni) if there is none
     * @throws JobRefused (through the Uni) if it cannot have been lost so
     * @throws OptimisticLockException (through the Uni) if it has changed since that version
     */
    public Uni<KeptJob> handle(Caller caller, Loss loss) {
        return transactions.run(caller, session -> work.withJob(session, loss.id())
                .map(held -> decide(held, loss))
                .chain(taken ->
                        jobs.lose(session, taken.state()).call(() -> events.tell(session, caller, taken.event()))));
    }

    private Decision.Taken<Lost> decide(HeldWork.Held held, Loss loss) {
        if (held.job(loss.id()).version() != loss.version()) {
            throw new OptimisticLockException();
        }
        return JobRefused.unlessTaken(held.work().lose(loss.id(), loss.on(), allowances, calendar.today()));
    }
}
