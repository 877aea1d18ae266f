package org.communitysolutions.casemanagement.task;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.domain.Basis;
import org.communitysolutions.casemanagement.task.domain.Decisions;
import org.communitysolutions.casemanagement.task.domain.Open;
import org.communitysolutions.casemanagement.task.domain.Particulars;
import org.communitysolutions.casemanagement.task.domain.Priority;
import org.communitysolutions.casemanagement.task.domain.Queue;
import org.communitysolutions.casemanagement.task.domain.TaskEvent;
import org.communitysolutions.casemanagement.task.domain.Withdrawn;
import org.communitysolutions.casemanagement.team.Team;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Puts a task that risk asks for into its team's queue, once for its id: told of again under another event's id, as when
 * risk is rebuilt from its journal, it stands already. One that was taken back while a household contested it is put back.
 */
@ApplicationScoped
public class TakeOverEarlyHelp {

    private final Tasks tasks;
    private final TaskChange change;
    private final TaskEvents events;
    private final TaskMeters meters;
    private final Clock clock;

    TakeOverEarlyHelp(Tasks tasks, TaskChange change, TaskEvents events, TaskMeters meters, Clock clock) {
        this.tasks = tasks;
        this.change = change;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * What risk asks for.
     *
     * @param restricted whether it was told on the restricted topic; such a task goes to the specialists, who alone can
     *     see it, whichever team it names
     * @param happenedAt event time
     * @param recordedAt when Kafka took the event in
     */
    public record Request(
            UUID task,
            UUID household,
            String kind,
            String team,
            Priority priority,
            LocalDate dueOn,
            Basis basis,
            boolean restricted,
            Instant happenedAt,
            Instant recordedAt) {

        private Particulars particulars() {
            Queue queue = restricted ? new Queue(Team.DOMESTIC_ABUSE.code(), true) : Workers.queueOf(team);
            return new Particulars(task, household, Optional.empty(), kind, queue, priority, dueOn, Optional.of(basis));
        }
    }

    /** Takes the request over in the transaction that keeps the event's seen mark. */
    public Uni<Void> handle(Mutiny.Session session, Caller caller, Request request) {
        return tasks.earlyWithdrawal(session, request.task())
                .chain(withdrawal -> withdrawal.isPresent()
                        ? keepWithdrawn(session, caller, request, withdrawal.get())
                        : raise(session, caller, request));
    }

    private Uni<Void> raise(Mutiny.Session session, Caller caller, Request request) {
        Instant now = clock.instant();
        TaskEvent created = new TaskEvent.Created(request.particulars());
        return tasks.add(session, new Open(created.particulars()), caller.subject(), now)
                .chain(isNew -> isNew
                        ? events.announce(session, caller, now, created).invoke(() -> measure(request, created, now))
                        : askAgain(session, caller, request, now));
    }

    /** It is kept for whoever asks after it, in no queue; nobody was told that it stood, so nobody is told more. */
    private Uni<Void> keepWithdrawn(
            Mutiny.Session session, Caller caller, Request request, EarlyWithdrawal withdrawal) {
        return tasks.add(
                        session,
                        new Withdrawn(request.particulars(), withdrawal.why(), withdrawal.at()),
                        caller.subject(),
                        clock.instant())
                .chain(isNew ->
                        isNew ? Uni.createFrom().voidItem() : askAgain(session, caller, request, clock.instant()));
    }

    private Uni<Void> askAgain(Mutiny.Session session, Caller caller, Request request, Instant now) {
        return tasks.lock(session, request.task())
                .chain(known -> change.carryOut(session, caller, now, Decisions.askAgain(known.orElseThrow())))
                .replaceWithVoid();
    }

    private void measure(Request request, TaskEvent created, Instant now) {
        meters.changed(created);
        if (!created.particulars().queue().restricted()) {
            meters.raised(request.happenedAt(), request.recordedAt(), now);
        }
    }
}
