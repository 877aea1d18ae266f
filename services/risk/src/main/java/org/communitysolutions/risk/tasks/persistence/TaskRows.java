package org.communitysolutions.risk.tasks.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Priority;
import org.communitysolutions.risk.tasks.KnownTask;
import org.communitysolutions.risk.tasks.StoredTask;
import org.communitysolutions.risk.tasks.TaskChange;
import org.communitysolutions.risk.tasks.Withdrawal;
import org.communitysolutions.shared.messaging.WireFormat;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of tasks that were announced. */
@ApplicationScoped
public class TaskRows {

    private static final String KNOWN = """
        select task_id, household, rule, rule_version, restricted, withdrawn_at is null
        from raised_task where household = any (cast(cast(?1 as text[]) as uuid[]))
        """;

    private static final String OF_ONE = """
        select task_id, rule, rule_version, kind, team, priority, due_on, sentence, cast(reasons as text),
               raised_at, withdrawn_why
        from raised_task where household = ?1 order by raised_at, task_id
        """;

    /** A task that is asked for again stands as it did: its people know it so. */
    private static final String RAISE = """
        insert into raised_task (task_id, household, restricted, rule, rule_version, kind, team, priority, due_on,
                                 sentence, reasons, raised_at)
        select cast(id as uuid), cast(household as uuid), cast(restricted as boolean), rule,
               cast(version as integer), kind, team, priority, cast(due_on as date), sentence,
               cast(reasons as jsonb), cast(raised_at as timestamptz)
        from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]),
                    cast(?5 as text[]), cast(?6 as text[]), cast(?7 as text[]), cast(?8 as text[]),
                    cast(?9 as text[]), cast(?10 as text[]), cast(?11 as text[]), cast(?12 as text[]))
             as task (id, household, restricted, rule, version, kind, team, priority, due_on, sentence, reasons,
                      raised_at)
        on conflict (task_id) do update set withdrawn_at = null, withdrawn_why = null,
            due_on = excluded.due_on, priority = excluded.priority, sentence = excluded.sentence,
            reasons = excluded.reasons, raised_at = excluded.raised_at, rule_version = excluded.rule_version
        """;

    private static final String WITHDRAW = """
        update raised_task set withdrawn_at = cast(task.at as timestamptz), withdrawn_why = task.why
        from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[])) as task (id, at, why)
        where task_id = cast(task.id as uuid)
        """;

    private static final TypeReference<List<StoredTask.EventOfReason>> REASONS = new TypeReference<>() {};

    private final WireFormat wire;

    TaskRows(WireFormat wire) {
        this.wire = wire;
    }

    public Uni<List<KnownTask>> of(Mutiny.Session session, Collection<UUID> households) {
        return session.createNativeQuery(KNOWN, Object[].class)
                .setParameter(1, households.stream().map(UUID::toString).toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new KnownTask(
                                (UUID) row[0],
                                (UUID) row[1],
                                (String) row[2],
                                (Integer) row[3],
                                (Boolean) row[4] ? Clearance.RESTRICTED : Clearance.STANDARD,
                                (Boolean) row[5]))
                        .toList());
    }

    public Uni<List<StoredTask>> of(Mutiny.Session session, UUID household) {
        return session.createNativeQuery(OF_ONE, Object[].class)
                .setParameter(1, household)
                .getResultList()
                .map(rows -> rows.stream().map(this::stored).toList());
    }

    public Uni<Void> keep(Mutiny.Session session, List<TaskChange> changes) {
        List<TaskChange.Raised> raised = only(changes, TaskChange.Raised.class);
        List<TaskChange.Withdrawn> withdrawn = only(changes, TaskChange.Withdrawn.class);
        Uni<Void> kept = raised.isEmpty() ? Uni.createFrom().voidItem() : raise(session, raised);
        return withdrawn.isEmpty() ? kept : kept.chain(() -> withdraw(session, withdrawn));
    }

    private Uni<Void> raise(Mutiny.Session session, List<TaskChange.Raised> raised) {
        return session.createNativeQuery(RAISE)
                .setParameter(1, column(raised, row -> row.task().id()))
                .setParameter(2, column(raised, TaskChange.Raised::household))
                .setParameter(3, column(raised, row -> row.task().clearance().isRestricted()))
                .setParameter(4, column(raised, row -> row.task().rule()))
                .setParameter(5, column(raised, row -> row.task().ruleVersion()))
                .setParameter(6, column(raised, row -> row.task().kind()))
                .setParameter(7, column(raised, row -> row.task().team()))
                .setParameter(8, column(raised, row -> row.task().priority()))
                .setParameter(9, column(raised, row -> row.task().dueOn()))
                .setParameter(10, column(raised, row -> row.task().sentence()))
                .setParameter(11, column(raised, this::reasons))
                .setParameter(12, column(raised, row -> row.task().raisedAt()))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Void> withdraw(Mutiny.Session session, List<TaskChange.Withdrawn> withdrawn) {
        return session.createNativeQuery(WITHDRAW)
                .setParameter(1, column(withdrawn, row -> row.task().id()))
                .setParameter(2, column(withdrawn, TaskChange.Withdrawn::at))
                .setParameter(3, column(withdrawn, TaskChange.Withdrawn::why))
                .executeUpdate()
                .replaceWithVoid();
    }

    private String reasons(TaskChange.Raised raised) {
        try {
            return wire.mapper()
                    .writeValueAsString(raised.task().reasons().stream()
                            .map(reason -> new StoredTask.EventOfReason(reason.event(), reason.factor()))
                            .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Reasons are ids and codes and always writable", e);
        }
    }

    private StoredTask stored(Object[] row) {
        try {
            return new StoredTask(
                    (UUID) row[0],
                    (String) row[1],
                    (Integer) row[2],
                    (String) row[3],
                    (String) row[4],
                    Priority.valueOf((String) row[5]),
                    (LocalDate) row[6],
                    (String) row[7],
                    wire.mapper().readValue((String) row[8], REASONS),
                    ((OffsetDateTime) row[9]).toInstant(),
                    Optional.ofNullable((String) row[10]).map(Withdrawal::valueOf));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The reasons of a task cannot be read", e);
        }
    }

    private static <C extends TaskChange> List<C> only(List<TaskChange> changes, Class<C> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <T> String[] column(List<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
