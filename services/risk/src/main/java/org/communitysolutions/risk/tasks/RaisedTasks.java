package org.communitysolutions.risk.tasks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.risk.tasks.persistence.TaskRows;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** The tasks that were asked for, as far as the caller may know of them. */
@ApplicationScoped
public class RaisedTasks {

    private final TaskRows rows;
    private final Outbox outbox;

    RaisedTasks(TaskRows rows, Outbox outbox) {
        this.rows = rows;
        this.outbox = outbox;
    }

    /** All tasks of these households, withdrawn ones too, oldest first. */
    public Uni<List<StoredTask>> of(Mutiny.Session session, Collection<UUID> households) {
        return rows.of(session, households);
    }

    /**
     * Asks for tasks that no rule asks for, and announces them. Those that were asked for already stay as they are, and
     * are not announced again.
     *
     * @param proposal what asks for them
     */
    public Uni<Void> raise(Mutiny.Session session, Caller caller, UUID proposal, List<TaskChange.Raised> tasks) {
        return rows.add(session, proposal, tasks)
                .map(added -> tasks.stream()
                        .filter(task -> added.contains(task.task().id()))
                        .map(TaskChange.class::cast)
                        .toList())
                .chain(added -> outbox.append(session, caller, AnnounceTasks.of(added)));
    }
}
