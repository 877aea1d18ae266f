package org.communitysolutions.casemanagement.task;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.domain.Decisions;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** A worker takes a task up. Of two at once the second waits for the first and finds it claimed. */
@ApplicationScoped
public class ClaimTask {

    private final Transactions transactions;
    private final TaskChange change;
    private final Clock clock;

    ClaimTask(Transactions transactions, TaskChange change, Clock clock) {
        this.transactions = transactions;
        this.change = change;
        this.clock = clock;
    }

    public Uni<TaskAnswer> handle(Caller caller, UUID id) {
        Instant now = clock.instant();
        return transactions.run(
                caller,
                session ->
                        change.asked(session, caller, id, now, task -> Decisions.claim(task, Workers.of(caller), now)));
    }
}
