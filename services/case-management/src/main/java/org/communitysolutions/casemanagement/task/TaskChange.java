package org.communitysolutions.casemanagement.task;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.communitysolutions.casemanagement.task.domain.Decision;
import org.communitysolutions.casemanagement.task.domain.Task;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.hibernate.reactive.mutiny.Mutiny;

/** The steps that every change of a task has in common, inside the transaction of its use case. */
@ApplicationScoped
class TaskChange {

    private final Tasks tasks;
    private final TaskEvents events;
    private final ReadAudit audit;
    private final TaskMeters meters;

    TaskChange(Tasks tasks, TaskEvents events, ReadAudit audit, TaskMeters meters) {
        this.tasks = tasks;
        this.events = events;
        this.audit = audit;
        this.meters = meters;
    }

    /** A worker asks for a change: the answer shows the task, so it is audited like a read. */
    Uni<TaskAnswer> asked(Mutiny.Session session, Caller caller, UUID id, Instant at, Function<Task, Decision> decide) {
        return audit.read(session, caller, "task", id)
                .chain(() -> tasks.lock(session, id))
                .chain(found -> found.isEmpty()
                                || !Workers.mayRead(
                                        caller, found.get().particulars().queue())
                        ? Uni.createFrom().item(new TaskAnswer.Absent())
                        : carryOut(session, caller, at, decide.apply(found.get())));
    }

    /** Keeps what was decided and tells others. */
    Uni<TaskAnswer> carryOut(Mutiny.Session session, Caller caller, Instant at, Decision decision) {
        return switch (decision) {
            case Decision.Changed changed ->
                tasks.save(session, changed.task(), changed.event(), at)
                        .chain(() -> events.announce(session, caller, at, changed.event()))
                        .invoke(() -> meters.changed(changed.event()))
                        .replaceWith(new TaskAnswer.Stands(changed.task()));
            case Decision.Unchanged unchanged -> Uni.createFrom().item(new TaskAnswer.Stands(unchanged.task()));
            case Decision.Refused refused -> {
                meters.denied(refused.why());
                yield Uni.createFrom().item(new TaskAnswer.Refused(refused.why()));
            }
        };
    }
}
