package org.communitysolutions.casemanagement.task;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.domain.Decisions;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes back a task that risk asks for no longer. A household's events keep their order, so a withdrawal arrives before
 * its task only when the task's own event is gone or is told of again later, as after a rebuild; it is kept until then.
 */
@ApplicationScoped
public class WithdrawEarlyHelp {

    private final Tasks tasks;
    private final TaskChange change;
    private final Clock clock;

    WithdrawEarlyHelp(Tasks tasks, TaskChange change, Clock clock) {
        this.tasks = tasks;
        this.change = change;
        this.clock = clock;
    }

    /**
     * What risk takes back.
     *
     * @param why a code such as {@code condition-ended}
     * @param restricted whether it was told on the restricted topic
     */
    public record Request(UUID task, String why, boolean restricted) {}

    /** Withdraws in the transaction that keeps the event's seen mark. */
    public Uni<Void> handle(Mutiny.Session session, Caller caller, Request request) {
        Instant now = clock.instant();
        return tasks.lock(session, request.task())
                .chain(found -> found.isPresent()
                        ? change.carryOut(session, caller, now, Decisions.withdraw(found.get(), request.why(), now))
                                .replaceWithVoid()
                        : tasks.keepEarlyWithdrawal(
                                session,
                                new EarlyWithdrawal(request.task(), request.why(), now, request.restricted())));
    }
}
