package org.communitysolutions.casemanagement.task;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.domain.Task;
import org.communitysolutions.casemanagement.task.domain.TaskEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where tasks are kept. Each caller finds those only that it may know of. */
public interface Tasks {

    /**
     * Keeps a task unless one with its id is kept already.
     *
     * @param by the subject of whoever raised it
     * @return whether it was kept
     */
    Uni<Boolean> add(Mutiny.Session session, Task task, String by, Instant at);

    Uni<Optional<Task>> find(Mutiny.Session session, UUID id);

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Uni<Optional<Task>> lock(Mutiny.Session session, UUID id);

    /** Keeps the new state of a task that this transaction has locked and, of a hand-over, whence and why. */
    Uni<Void> save(Mutiny.Session session, Task task, TaskEvent event, Instant at);

    /** The team's tasks in that state which come after the position, in the queue's order. */
    Uni<List<Task>> queue(Mutiny.Session session, String team, TaskState state, QueuePosition after, int limit);

    /** The task's hand-overs, the oldest first. */
    Uni<List<HandOver>> handOversOf(Mutiny.Session session, UUID task);

    Uni<Void> keepEarlyWithdrawal(Mutiny.Session session, EarlyWithdrawal withdrawal);

    /** The withdrawal that arrived before its task, if one did. */
    Uni<Optional<EarlyWithdrawal>> earlyWithdrawal(Mutiny.Session session, UUID task);
}
