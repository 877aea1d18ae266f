package org.communitysolutions.casemanagement.task;

import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.domain.Particulars;

/**
 * A place in a queue, which is ordered by priority, then by due date, then by id.
 *
 * @param urgency the priority's place among the priorities; 0 is the most urgent
 */
public record QueuePosition(int urgency, LocalDate dueOn, UUID id) {

    /** Before the first task. */
    public static final QueuePosition START = new QueuePosition(-1, LocalDate.EPOCH, new UUID(0, 0));

    public static QueuePosition of(Particulars task) {
        return new QueuePosition(task.priority().urgency(), task.dueOn(), task.id());
    }
}
