package org.communitysolutions.casemanagement.task.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.EarlyWithdrawal;
import org.communitysolutions.casemanagement.task.HandOver;
import org.communitysolutions.casemanagement.task.HouseholdTasks;
import org.communitysolutions.casemanagement.task.QueuePosition;
import org.communitysolutions.casemanagement.task.TaskState;
import org.communitysolutions.casemanagement.task.Tasks;
import org.communitysolutions.casemanagement.task.domain.Basis;
import org.communitysolutions.casemanagement.task.domain.Particulars;
import org.communitysolutions.casemanagement.task.domain.Task;
import org.communitysolutions.casemanagement.task.domain.TaskEvent;
import org.communitysolutions.casemanagement.task.domain.Withdrawn;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of tasks and of what became of them. Row-level security decides which of them a caller finds. */
@ApplicationScoped
class TaskRows implements Tasks, HouseholdTasks {

    /** The id decides: told of twice, by whatever events, a task stands once. */
    private static final String ADD = """
            insert into task (id, household_id, case_id, kind, team, restricted, priority, due_on, rule, rule_version,
                              reasons, raised_by, raised_at, state, withdrawn_because, ended_at, version)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,
                    ?16, 0)
            on conflict (id) do nothing
            """;

    private static final String QUEUE = """
            from TaskRow where team = ?1 and state = ?2 and (urgency, dueOn, id) > (?3, ?4, ?5)
            order by urgency, dueOn, id
            """;

    private static final String UNFINISHED = """
            from TaskRow where householdId = ?1 and state in (OPEN, CLAIMED) order by urgency, dueOn, id
            """;

    private static final String WITHDRAW_EARLY = """
            insert into early_withdrawal (task_id, why, at, restricted) values (?1, ?2, ?3, ?4)
            on conflict (task_id) do nothing
            """;

    @Override
    public Uni<Boolean> add(Mutiny.Session session, Task task, String by, Instant at) {
        Particulars told = task.particulars();
        Optional<Withdrawn> withdrawn = task instanceof Withdrawn early ? Optional.of(early) : Optional.empty();
        return session.createNativeQuery(ADD)
                .setParameter(1, told.id())
                .setParameter(2, told.household())
                .setParameter(3, told.caseId().orElse(null))
                .setParameter(4, told.kind())
                .setParameter(5, told.queue().team())
                .setParameter(6, told.queue().restricted())
                .setParameter(7, told.priority().name())
                .setParameter(8, told.dueOn())
                .setParameter(9, told.basis().map(Basis::rule).orElse(null))
                .setParameter(10, told.basis().map(Basis::ruleVersion).orElse(null))
                .setParameter(11, Reasons.write(told.basis().map(Basis::reasons).orElse(List.of())))
                .setParameter(12, by)
                .setParameter(13, utc(at))
                .setParameter(14, TaskState.of(task).name())
                .setParameter(15, withdrawn.map(Withdrawn::why).orElse(null))
                .setParameter(16, withdrawn.map(early -> utc(early.at())).orElse(null))
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    @Override
    public Uni<Optional<Task>> find(Mutiny.Session session, UUID id) {
        return session.find(TaskRow.class, id)
                .map(row -> Optional.ofNullable(row).map(TaskRow::task));
    }

    @Override
    public Uni<Optional<Task>> lock(Mutiny.Session session, UUID id) {
        return session.find(TaskRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(TaskRow::task));
    }

    @Override
    public Uni<Void> save(Mutiny.Session session, Task task, TaskEvent event, Instant at) {
        return session.find(TaskRow.class, task.particulars().id())
                .invoke(row -> row.set(task))
                .chain(() -> event instanceof TaskEvent.HandedOver handedOver
                        ? session.persist(HandOverRow.of(handedOver, at))
                        : Uni.createFrom().voidItem())
                .call(session::flush);
    }

    @Override
    public Uni<List<Task>> queue(Mutiny.Session session, String team, TaskState state, QueuePosition after, int limit) {
        return session.createSelectionQuery(QUEUE, TaskRow.class)
                .setParameter(1, team)
                .setParameter(2, state)
                .setParameter(3, after.urgency())
                .setParameter(4, after.dueOn())
                .setParameter(5, after.id())
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(TaskRow::task).toList());
    }

    @Override
    public Uni<List<Unfinished>> unfinished(Mutiny.Session session, UUID household, int limit) {
        return session.createSelectionQuery(UNFINISHED, TaskRow.class)
                .setParameter(1, household)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(TaskRows::unfinished).toList());
    }

    @Override
    public Uni<List<HandOver>> handOversOf(Mutiny.Session session, UUID task) {
        return session.createSelectionQuery("from HandOverRow where taskId = ?1 order by id", HandOverRow.class)
                .setParameter(1, task)
                .getResultList()
                .map(rows -> rows.stream().map(HandOverRow::handOver).toList());
    }

    @Override
    public Uni<Void> keepEarlyWithdrawal(Mutiny.Session session, EarlyWithdrawal withdrawal) {
        return session.createNativeQuery(WITHDRAW_EARLY)
                .setParameter(1, withdrawal.task())
                .setParameter(2, withdrawal.why())
                .setParameter(3, utc(withdrawal.at()))
                .setParameter(4, withdrawal.restricted())
                .executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<EarlyWithdrawal>> earlyWithdrawal(Mutiny.Session session, UUID task) {
        return session.find(EarlyWithdrawalRow.class, task)
                .map(row -> Optional.ofNullable(row).map(EarlyWithdrawalRow::withdrawal));
    }

    private static Unfinished unfinished(TaskRow row) {
        return new Unfinished(
                row.id, row.kind, row.team, EnumCodes.of(row.priority), row.dueOn, Optional.ofNullable(row.claimedBy));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
