package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** What challenges do to a task that no rule asks for: the same as to one that a rule asks for. */
public final class ContestedTask {

    private ContestedTask() {}

    /** Whether events of that type may tell of a task's challenge, or of what people do with it. */
    public static boolean isToldBy(String type) {
        return Contest.TOLD_BY.contains(type) || TaskWork.TOLD_BY.contains(type);
    }

    /**
     * Since when the task is taken back: from a challenge before which nobody had taken it up, until that is dismissed or
     * taken back in its turn; for good if it is upheld.
     *
     * @param history in any order; for a standard task without what is restricted
     */
    public static Optional<Instant> takenBack(UUID task, Collection<PastEvent> history) {
        Contest contest = new Contest();
        boolean takenUp = false;
        Instant since = null;
        for (PastEvent event : new TreeSet<>(history)) {
            if (Contest.TOLD_BY.contains(event.type())) {
                contest.after(event);
            }
            takenUp |= TaskWork.isTakingUp(event)
                    && event.idIn("taskId").filter(task::equals).isPresent();
            boolean barred = contest.isOpen(task) || contest.upheldAt(task) != null;
            if (!barred) {
                since = null;
            } else if (since == null && !takenUp) {
                since = event.occurredAt();
            }
        }
        return Optional.ofNullable(since);
    }
}
