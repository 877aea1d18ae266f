package org.communitysolutions.casemanagement.task.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.communitysolutions.casemanagement.task.TaskEvents;
import org.communitysolutions.casemanagement.task.domain.Particulars;
import org.communitysolutions.casemanagement.task.domain.TaskEvent;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class TaskAnnouncements implements TaskEvents {

    private final Outbox outbox;

    TaskAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> announce(Mutiny.Session session, Caller caller, Instant at, TaskEvent event) {
        Particulars task = event.particulars();
        Announcement announcement = Announcement.about(task.household(), at, wire(event));
        return outbox.append(session, caller, task.queue().restricted() ? announcement.restricted() : announcement);
    }

    private static Object wire(TaskEvent event) {
        TaskFacts facts = TaskFacts.of(event.particulars());
        return switch (event) {
            case TaskEvent.Created created -> new TaskCreated(facts);
            case TaskEvent.TakenUp takenUp -> new TaskClaimed(facts);
            case TaskEvent.HandedOver handedOver -> new TaskHandedOver(facts);
            case TaskEvent.Done done -> new TaskCompleted(facts, done.outcome());
            case TaskEvent.TakenBack takenBack -> new TaskWithdrawn(facts);
        };
    }
}
