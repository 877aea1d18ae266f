package org.communitysolutions.casemanagement.task;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.communitysolutions.casemanagement.task.domain.TaskEvent;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells others what happened to a task; those cleared for it only where the task is restricted. */
public interface TaskEvents {

    Uni<Void> announce(Mutiny.Session session, Caller caller, Instant at, TaskEvent event);
}
