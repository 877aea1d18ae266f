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
import org.communitysolutions.risk.rules.Priority;
import org.communitysolutions.risk.tasks.StoredTask;
import org.communitysolutions.risk.tasks.Withdrawal;
import org.communitysolutions.shared.messaging.WireFormat;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of tasks that were announced. */
@ApplicationScoped
public class TaskRows {

    private static final String OF_ONE = """
        select task_id, rule, rule_version, kind, team, priority, due_on, sentence, cast(reasons as text),
               raised_at, withdrawn_at, withdrawn_why
        from raised_task where household = any (?1) order by raised_at, task_id
        """;

    private static final TypeReference<List<StoredTask.EventOfReason>> REASONS = new TypeReference<>() {};

    private final WireFormat wire;

    TaskRows(WireFormat wire) {
        this.wire = wire;
    }

    public Uni<List<StoredTask>> of(Mutiny.Session session, Collection<UUID> households) {
        return session.createNativeQuery(OF_ONE, Object[].class)
                .setParameter(1, households.toArray(UUID[]::new))
                .getResultList()
                .map(rows -> rows.stream().map(this::stored).toList());
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
                    Optional.ofNullable((OffsetDateTime) row[10]).map(OffsetDateTime::toInstant),
                    Optional.ofNullable((String) row[11]).map(Withdrawal::valueOf));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The reasons of a task cannot be read", e);
        }
    }
}
