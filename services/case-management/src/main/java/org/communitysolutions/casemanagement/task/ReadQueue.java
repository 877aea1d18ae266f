package org.communitysolutions.casemanagement.task;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.communitysolutions.casemanagement.task.domain.Refusal;
import org.communitysolutions.casemanagement.task.domain.Task;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows a team's queue to those who work in it. */
@ApplicationScoped
public class ReadQueue {

    private final Transactions transactions;
    private final Tasks tasks;
    private final TaskMeters meters;

    ReadQueue(Transactions transactions, Tasks tasks, TaskMeters meters) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.meters = meters;
    }

    /**
     * Which part of which queue.
     *
     * @param team the team's code
     * @param limit the most tasks to show
     */
    public record Query(String team, TaskState state, QueuePosition after, int limit) {}

    /** The tasks in the queue's order, or empty if the caller does not work in it. */
    public Uni<Optional<List<Task>>> handle(Caller caller, Query query) {
        if (!Workers.of(caller).worksIn(Workers.queueOf(query.team()))) {
            meters.denied(Refusal.NOT_IN_TEAM);
            return Uni.createFrom().item(Optional.empty());
        }
        return transactions
                .run(caller, session -> tasks.queue(session, query.team(), query.state(), query.after(), query.limit()))
                .map(Optional::of);
    }
}
