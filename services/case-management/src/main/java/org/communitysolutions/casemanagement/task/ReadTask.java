package org.communitysolutions.casemanagement.task;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.domain.Task;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows a task with its reasons and where it has been. */
@ApplicationScoped
public class ReadTask {

    private final Transactions transactions;
    private final Tasks tasks;
    private final ReadAudit audit;

    ReadTask(Transactions transactions, Tasks tasks, ReadAudit audit) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.audit = audit;
    }

    /** A task and its hand-overs, the oldest first. */
    public record Found(Task task, List<HandOver> handOvers) {}

    public Uni<Optional<Found>> handle(Caller caller, UUID id) {
        return transactions.run(caller, session -> audit.read(session, caller, "task", id)
                .chain(() -> tasks.find(session, id))
                .map(found -> found.filter(
                        task -> Workers.mayRead(caller, task.particulars().queue())))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : tasks.handOversOf(session, id)
                                .map(handOvers -> Optional.of(new Found(found.get(), handOvers)))));
    }
}
