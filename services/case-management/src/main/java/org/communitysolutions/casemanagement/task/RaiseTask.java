package org.communitysolutions.casemanagement.task;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.HouseholdCases;
import org.communitysolutions.casemanagement.task.domain.Open;
import org.communitysolutions.casemanagement.task.domain.Particulars;
import org.communitysolutions.casemanagement.task.domain.Priority;
import org.communitysolutions.casemanagement.task.domain.Queue;
import org.communitysolutions.casemanagement.task.domain.TaskEvent;
import org.communitysolutions.casemanagement.team.Team;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/** A worker asks a team for something, without a rule behind it. */
@ApplicationScoped
public class RaiseTask {

    private final Transactions transactions;
    private final Tasks tasks;
    private final TaskEvents events;
    private final HouseholdCases cases;
    private final TaskMeters meters;
    private final Clock clock;

    RaiseTask(
            Transactions transactions,
            Tasks tasks,
            TaskEvents events,
            HouseholdCases cases,
            TaskMeters meters,
            Clock clock) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.events = events;
        this.cases = cases;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param kind a code such as {@code call-household}
     * @param dueOn in the calendar of Europe/London
     */
    public record Wish(
            UUID household, Optional<UUID> caseId, String kind, Team team, Priority priority, LocalDate dueOn) {}

    /** What came of it; exactly one is present. */
    public record Raised(Optional<Particulars> task, Optional<Objection> objection) {}

    /** Why a task is not raised. */
    public enum Objection {
        /** Only specialists fill the restricted queue by hand; others record a disclosure, which does. */
        RESTRICTED_QUEUE,
        /** The household has no such case file. */
        NO_SUCH_CASE,
        /** A task outside the restricted queue would tell of the restricted case that it names. */
        RESTRICTED_CASE
    }

    public Uni<Raised> handle(Caller caller, Wish wish) {
        if (Team.isRestricted(wish.team().code()) && !caller.has("domestic-abuse-specialist")) {
            return Uni.createFrom().item(refused(Objection.RESTRICTED_QUEUE));
        }
        return transactions.once(caller, wish, Raised.class, session -> objection(session, wish)
                .chain(objection -> objection.isPresent()
                        ? Uni.createFrom().item(refused(objection.get()))
                        : raise(session, caller, wish)));
    }

    private Uni<Optional<Objection>> objection(Mutiny.Session session, Wish wish) {
        if (wish.caseId().isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return cases.find(session, wish.household(), wish.caseId().get()).map(found -> found.map(file ->
                        file.restricted() && !Team.isRestricted(wish.team().code())
                                ? Optional.of(Objection.RESTRICTED_CASE)
                                : Optional.<Objection>empty())
                .orElse(Optional.of(Objection.NO_SUCH_CASE)));
    }

    private Uni<Raised> raise(Mutiny.Session session, Caller caller, Wish wish) {
        Instant now = clock.instant();
        Queue queue = Workers.queueOf(wish.team().code());
        Particulars task = new Particulars(
                Uuid7.next(),
                wish.household(),
                wish.caseId(),
                wish.kind(),
                queue,
                wish.priority(),
                wish.dueOn(),
                Optional.empty());
        TaskEvent created = new TaskEvent.Created(task);
        return tasks.add(session, new Open(task), caller.subject(), now)
                .chain(() -> events.announce(session, caller, now, created))
                .invoke(() -> meters.changed(created))
                .replaceWith(new Raised(Optional.of(task), Optional.empty()));
    }

    private static Raised refused(Objection objection) {
        return new Raised(Optional.empty(), Optional.of(objection));
    }
}
