package org.communitysolutions.casemanagement.task;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.domain.Decisions;
import org.communitysolutions.casemanagement.task.domain.Queue;
import org.communitysolutions.casemanagement.team.Team;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** Passes a task to the team that can do something about it, or puts a claimed one back. */
@ApplicationScoped
public class HandOverTask {

    private final Transactions transactions;
    private final TaskChange change;
    private final Clock clock;

    HandOverTask(Transactions transactions, TaskChange change, Clock clock) {
        this.transactions = transactions;
        this.change = change;
        this.clock = clock;
    }

    /**
     * Where it goes and why.
     *
     * @param reason 1 to 2,000 characters, for the next worker to read
     */
    public record Passing(UUID task, Team to, String reason) {}

    public Uni<TaskAnswer> handle(Caller caller, Passing passing) {
        Instant now = clock.instant();
        Queue to = Workers.queueOf(passing.to().code());
        return transactions.run(
                caller,
                session -> change.asked(
                        session,
                        caller,
                        passing.task(),
                        now,
                        task -> Decisions.handOver(task, Workers.of(caller), to, passing.reason())));
    }
}
