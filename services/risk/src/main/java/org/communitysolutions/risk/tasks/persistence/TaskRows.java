package org.communitysolutions.risk.tasks.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.communitysolutions.risk.rules.Priority;
import org.communitysolutions.risk.rules.RaisedTask;
import org.communitysolutions.risk.tasks.StoredTask;
import org.communitysolutions.risk.tasks.TaskChange;
import org.communitysolutions.risk.tasks.Withdrawal;
import org.communitysolutions.shared.messaging.WireFormat;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of tasks that were announced. */
@ApplicationScoped
public class TaskRows {

    /** What {@link #stored} reads. */
    static final String COLUMNS = """
        task_id, rule, rule_version, kind, team, priority, due_on, sentence, cast(reasons as text),
               raised_at, withdrawn_at, withdrawn_why
        """;

    private static final String OF_SOME =
            "select " + COLUMNS + "from raised_task where household = any (?1) order by raised_at, task_id";

    /** Tasks that differ only in their household and its reasons. */
    private static final String ADD = """
        with added as (
            insert into raised_task (proposal, restricted, rule, rule_version, kind, team, priority, due_on, sentence,
                                     raised_at, task_id, household, reasons)
            select cast(?1 as uuid), cast(?2 as boolean), cast(?3 as text), cast(?4 as integer), cast(?5 as text),
                   cast(?6 as text), cast(?7 as text), cast(?8 as date), cast(?9 as text), cast(?10 as timestamptz),
                   cast(task_id as uuid), cast(household as uuid), cast(reasons as jsonb)
            from unnest(cast(?11 as text[]), cast(?12 as text[]), cast(?13 as text[]))
                 as row (task_id, household, reasons)
            on conflict (task_id) do nothing
            returning task_id)
        select task_id from added
        """;

    private static final TypeReference<List<StoredTask.EventOfReason>> REASONS = new TypeReference<>() {};

    private final WireFormat wire;

    TaskRows(WireFormat wire) {
        this.wire = wire;
    }

    public Uni<List<StoredTask>> of(Mutiny.Session session, Collection<UUID> households) {
        return session.createNativeQuery(OF_SOME, Object[].class)
                .setParameter(1, households.toArray(UUID[]::new))
                .getResultList()
                .map(rows -> rows.stream().map(this::stored).toList());
    }

    /** Adds those that are not there yet, and tells which. */
    public Uni<Set<UUID>> add(Mutiny.Session session, UUID proposal, List<TaskChange.Raised> raised) {
        if (raised.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        RaisedTask alike = raised.getFirst().task();
        return session.createNativeQuery(ADD, UUID.class)
                .setParameter(1, proposal)
                .setParameter(2, alike.clearance().isRestricted())
                .setParameter(3, alike.rule())
                .setParameter(4, alike.ruleVersion())
                .setParameter(5, alike.kind())
                .setParameter(6, alike.team())
                .setParameter(7, alike.priority().name())
                .setParameter(8, alike.dueOn())
                .setParameter(9, alike.sentence())
                .setParameter(10, OffsetDateTime.ofInstant(alike.raisedAt(), ZoneOffset.UTC))
                .setParameter(11, column(raised, task -> task.task().id().toString()))
                .setParameter(12, column(raised, task -> task.household().toString()))
                .setParameter(13, column(raised, task -> reasons(task.task())))
                .getResultList()
                .map(Set::copyOf);
    }

    private static String[] column(List<TaskChange.Raised> raised, Function<TaskChange.Raised, String> value) {
        return raised.stream().map(value).toArray(String[]::new);
    }

    private String reasons(RaisedTask task) {
        try {
            return wire.mapper()
                    .writeValueAsString(task.reasons().stream()
                            .map(reason -> new StoredTask.EventOfReason(reason.event(), reason.factor()))
                            .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Reasons are ids and codes and always writable", e);
        }
    }

    /** @param row the values of {@link #COLUMNS} */
    StoredTask stored(Object... row) {
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
                    Optional.ofNullable((OffsetDateTime) row[10]).map(OffsetDateTime::toInstant),
                    Optional.ofNullable((String) row[11]).map(Withdrawal::valueOf));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The reasons of a task cannot be read", e);
        }
    }
}
