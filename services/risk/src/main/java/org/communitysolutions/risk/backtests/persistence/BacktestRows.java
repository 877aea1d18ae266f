package org.communitysolutions.risk.backtests.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.backtests.Backtest;
import org.communitysolutions.risk.backtests.BacktestOrder;
import org.communitysolutions.risk.backtests.BacktestResult;
import org.communitysolutions.risk.backtests.BacktestState;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.messaging.WireFormat;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** Backtests as requests see them. */
@ApplicationScoped
public class BacktestRows {

    private static final UUID LAST = new UUID(-1, -1);

    private static final String COLUMNS = """
        select id, requested_by, requested_at, restricted, cast(request as text), state, started_at, households, done,
               ended_at, failure
        from backtest
        """;

    private static final String ADD = """
        insert into backtest (id, requested_by, restricted, request, state)
        values (?1, ?2, ?3, cast(cast(?4 as text) as jsonb), 'queued')
        """;

    private static final String CANCEL = """
        update backtest set state = 'cancelled', ended_at = now() where id = ?1 and state in ('queued', 'running')
        """;

    private static final TypeReference<BacktestResult<Long>> RESULT = new TypeReference<>() {};

    private final WireFormat wire;

    BacktestRows(WireFormat wire) {
        this.wire = wire;
    }

    public Uni<Void> add(Mutiny.Session session, UUID id, Caller caller, boolean restricted, BacktestOrder order) {
        return session.createNativeQuery(ADD)
                .setParameter(1, id)
                .setParameter(2, caller.subject())
                .setParameter(3, restricted)
                .setParameter(4, write(order))
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Optional<Backtest>> find(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(COLUMNS + "where id = ?1", Object[].class)
                .setParameter(1, id)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(this::backtest));
    }

    /** The result of a finished one, exactly as it was counted. */
    public Uni<Optional<BacktestResult<Long>>> result(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(
                        "select cast(result as text) from backtest where id = ?1 and result is not null", String.class)
                .setParameter(1, id)
                .getSingleResultOrNull()
                .map(text -> Optional.ofNullable(text).map(this::result));
    }

    /** Newest first, from the first that is older than that one. */
    public Uni<List<Backtest>> list(Mutiny.Session session, Optional<UUID> after, int most) {
        return session.createNativeQuery(COLUMNS + "where id < ?1 order by id desc limit ?2", Object[].class)
                .setParameter(1, after.orElse(LAST))
                .setParameter(2, most)
                .getResultList()
                .map(rows -> rows.stream().map(this::backtest).toList());
    }

    /** Stops it if it has not ended. */
    public Uni<Void> cancel(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(CANCEL)
                .setParameter(1, id)
                .executeUpdate()
                .replaceWithVoid();
    }

    private Backtest backtest(Object[] row) {
        return new Backtest(
                (UUID) row[0], (String) row[1], moment(row[2]), (Boolean) row[3], order((String) row[4]), state(row));
    }

    private static BacktestState state(Object[] row) {
        return switch ((String) row[5]) {
            case "queued" -> new BacktestState.Queued();
            case "running" -> new BacktestState.Running(moment(row[6]), (Integer) row[7], (Integer) row[8]);
            case "finished" -> new BacktestState.Finished(moment(row[9]));
            case "cancelled" -> new BacktestState.Cancelled(moment(row[9]));
            case "failed" ->
                new BacktestState.Failed(
                        moment(row[9]),
                        EnumCodes.of(BacktestState.Reason.FAULT).equals(row[10])
                                ? BacktestState.Reason.FAULT
                                : BacktestState.Reason.INTERRUPTED);
            default -> throw new IllegalStateException("A backtest is in no state that there is");
        };
    }

    private static Instant moment(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }

    private BacktestOrder order(String text) {
        try {
            return wire.mapper().readValue(text, BacktestOrder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The request of a backtest cannot be read", e);
        }
    }

    private BacktestResult<Long> result(String text) {
        try {
            return wire.mapper().readValue(text, RESULT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The result of a backtest cannot be read", e);
        }
    }

    private String write(BacktestOrder order) {
        try {
            return wire.mapper().writeValueAsString(order);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The request of a backtest is not writable as JSON", e);
        }
    }
}
