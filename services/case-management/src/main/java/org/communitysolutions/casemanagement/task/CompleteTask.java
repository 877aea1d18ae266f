package org.communitysolutions.casemanagement.task;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.domain.Decisions;
import org.communitysolutions.casemanagement.task.domain.Outcome;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** The worker who holds a task says what came of it. */
@ApplicationScoped
public class CompleteTask {

    private final Transactions transactions;
    private final TaskChange change;
    private final Clock clock;

    CompleteTask(Transactions transactions, TaskChange change, Clock clock) {
        this.transactions = transactions;
        this.change = change;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param note free text, at most 2,000 characters; it stays in this service
     */
    public record Completion(UUID task, Outcome outcome, Optional<String> note) {}

    public Uni<TaskAnswer> handle(Caller caller, Completion completion) {
        Instant now = clock.instant();
        return transactions.run(
                caller,
                session -> change.asked(
                        session,
                        caller,
                        completion.task(),
                        now,
                        task -> Decisions.complete(
                                task, Workers.of(caller), completion.outcome(), completion.note(), now)));
    }
}
