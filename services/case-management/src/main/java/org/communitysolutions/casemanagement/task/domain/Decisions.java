package org.communitysolutions.casemanagement.task.domain;

import java.time.Instant;
import java.util.Optional;
import org.communitysolutions.casemanagement.task.domain.Decision.Changed;
import org.communitysolutions.casemanagement.task.domain.Decision.Refused;
import org.communitysolutions.casemanagement.task.domain.Decision.Unchanged;

/** What each request comes to in each state. */
public final class Decisions {

    private static final String CHALLENGED = "challenged";

    private Decisions() {}

    /** A worker takes the task up; a second time by the same worker it is theirs already. */
    public static Decision claim(Task task, Worker worker, Instant at) {
        if (!worker.worksIn(task.particulars().queue())) {
            return new Refused(Refusal.NOT_IN_TEAM);
        }
        return switch (task) {
            case Open open -> new Changed(open.claim(worker.id(), at), new TaskEvent.TakenUp(open.particulars()));
            case Claimed claimed when claimed.worker().equals(worker.id()) -> new Unchanged(claimed);
            case Claimed claimed -> new Refused(Refusal.ALREADY_CLAIMED);
            case Completed completed -> new Refused(Refusal.ALREADY_COMPLETED);
            case Withdrawn withdrawn -> new Refused(Refusal.WITHDRAWN);
        };
    }

    /** The worker who claimed the task says what came of it. */
    public static Decision complete(Task task, Worker worker, Outcome outcome, Optional<String> note, Instant at) {
        return switch (task) {
            case Open open -> new Refused(Refusal.NOT_CLAIMED);
            case Claimed claimed
            when claimed.worker().equals(worker.id()) ->
                new Changed(claimed.complete(outcome, note, at), new TaskEvent.Done(claimed.particulars(), outcome));
            case Claimed claimed -> new Refused(Refusal.ALREADY_CLAIMED);
            case Completed done
            when done.worker().equals(worker.id())
                    && done.outcome() == outcome
                    && done.note().equals(note) -> new Unchanged(done);
            case Completed completed -> new Refused(Refusal.ALREADY_COMPLETED);
            case Withdrawn withdrawn -> new Refused(Refusal.WITHDRAWN);
        };
    }

    /** The task goes into another team's queue, or, once claimed, back into its own. */
    public static Decision handOver(Task task, Worker worker, Queue to, String reason) {
        Queue from = task.particulars().queue();
        if (!worker.worksIn(from)) {
            return new Refused(Refusal.NOT_IN_TEAM);
        }
        if (from.restricted() != to.restricted()) {
            return new Refused(Refusal.RESTRICTED_QUEUE);
        }
        return switch (task) {
            case Open open when from.equals(to) -> new Refused(Refusal.SAME_QUEUE);
            case Open open -> handedOver(open.passTo(to), from, worker, reason);
            case Claimed claimed
            when worker.mayTakeFrom(claimed.worker()) -> handedOver(claimed.passTo(to), from, worker, reason);
            case Claimed claimed -> new Refused(Refusal.ALREADY_CLAIMED);
            case Completed completed -> new Refused(Refusal.ALREADY_COMPLETED);
            case Withdrawn withdrawn -> new Refused(Refusal.WITHDRAWN);
        };
    }

    /** Risk asks for the task no longer; what is done stays done. */
    public static Decision withdraw(Task task, String why, Instant at) {
        return switch (task) {
            case Open open -> new Changed(open.withdraw(why, at), new TaskEvent.TakenBack(open.particulars()));
            case Claimed claimed ->
                new Changed(claimed.withdraw(why, at), new TaskEvent.TakenBack(claimed.particulars()));
            case Completed completed -> new Unchanged(completed);
            case Withdrawn withdrawn -> new Unchanged(withdrawn);
        };
    }

    /**
     * Risk asks for it anew. A task that a household contested goes back into its queue once that was dismissed; a task
     * that was taken back for any other reason stays so.
     */
    public static Decision askAgain(Task task) {
        return task instanceof Withdrawn withdrawn && withdrawn.why().equals(CHALLENGED)
                ? new Changed(new Open(withdrawn.particulars()), new TaskEvent.Created(withdrawn.particulars()))
                : new Unchanged(task);
    }

    private static Decision handedOver(Open waiting, Queue from, Worker worker, String reason) {
        return new Changed(waiting, new TaskEvent.HandedOver(waiting.particulars(), from, worker.id(), reason));
    }
}
