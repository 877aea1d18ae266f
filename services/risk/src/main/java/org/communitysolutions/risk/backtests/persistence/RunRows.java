package org.communitysolutions.risk.backtests.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.backtests.BacktestOrder;
import org.communitysolutions.risk.backtests.BacktestResult;
import org.communitysolutions.risk.backtests.BacktestState;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.messaging.WireFormat;

/** Backtests as those see them who run them. */
@ApplicationScoped
public class RunRows {

    private static final String GIVE_UP = """
        update backtest set state = 'failed', failure = 'interrupted', ended_at = now()
        where state = 'running' and heartbeat_at < now() - make_interval(secs => ?) and attempt >= ?
        """;

    private static final String TAKE_UP = """
        with next as materialized (
            select id from backtest
            where state = 'queued' or (state = 'running' and heartbeat_at < now() - make_interval(secs => ?))
            order by id limit 1 for update skip locked)
        update backtest b
        set state = 'running', attempt = b.attempt + 1, started_at = now(), heartbeat_at = now(), households = 0, done = 0
        from next where b.id = next.id
        returning b.id, b.attempt, b.restricted, cast(b.request as text)
        """;

    private static final String OF_THIS_RUN = " where id = ? and state = 'running' and attempt = ?";

    private final WireFormat wire;

    RunRows(WireFormat wire) {
        this.wire = wire;
    }

    /**
     * A backtest that was taken up.
     *
     * @param attempt how often it was; with each its run before loses the right to write
     * @param order what is to be tried, as JSON
     */
    public record TakenUp(UUID id, int attempt, boolean restricted, String order) {}

    /** Gives up what nothing was heard of for so long after so many attempts, and takes up the first of the others. */
    public Optional<TakenUp> takeUp(Connection connection, Duration silence, int attempts) throws SQLException {
        double seconds = silence.toMillis() / 1_000.0;
        try (PreparedStatement giveUp = connection.prepareStatement(GIVE_UP);
                PreparedStatement takeUp = connection.prepareStatement(TAKE_UP)) {
            giveUp.setDouble(1, seconds);
            giveUp.setInt(2, attempts);
            giveUp.executeUpdate();
            takeUp.setDouble(1, seconds);
            ResultSet row = takeUp.executeQuery();
            return row.next()
                    ? Optional.of(new TakenUp(
                            row.getObject(1, UUID.class), row.getInt(2), row.getBoolean(3), row.getString(4)))
                    : Optional.empty();
        }
    }

    /**
     * What is to be tried.
     *
     * @throws IllegalStateException if this release cannot read what an earlier one wrote
     */
    public BacktestOrder order(TakenUp run) {
        try {
            return wire.mapper().readValue(run.order(), BacktestOrder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The request of a backtest cannot be read", e);
        }
    }

    /**
     * Says that the run goes on.
     *
     * @return whether it is to: no if it was cancelled, or taken up by another
     */
    public boolean beat(Connection connection, TakenUp run, int households, int done) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update backtest set heartbeat_at = now(), households = ?, done = ?" + OF_THIS_RUN)) {
            statement.setInt(1, households);
            statement.setInt(2, done);
            return touchesTheRun(statement, 3, run);
        }
    }

    /** Keeps the result, unless the run was cancelled or taken up by another; whether it was kept. */
    public boolean finish(Connection connection, TakenUp run, BacktestResult<Long> result) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update backtest set state = 'finished', done = households, ended_at = now(), result = cast(? as jsonb)"
                        + OF_THIS_RUN)) {
            statement.setString(1, write(result));
            return touchesTheRun(statement, 2, run);
        }
    }

    public void fail(Connection connection, TakenUp run, BacktestState.Reason reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update backtest set state = 'failed', ended_at = now(), failure = ?" + OF_THIS_RUN)) {
            statement.setString(1, EnumCodes.of(reason));
            touchesTheRun(statement, 2, run);
        }
    }

    /** Leaves it to another instance, at once. */
    public void layDown(Connection connection, TakenUp run) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update backtest set state = 'queued'" + OF_THIS_RUN)) {
            touchesTheRun(statement, 1, run);
        }
    }

    private static boolean touchesTheRun(PreparedStatement statement, int place, TakenUp run) throws SQLException {
        statement.setObject(place, run.id());
        statement.setInt(place + 1, run.attempt());
        return statement.executeUpdate() == 1;
    }

    private String write(BacktestResult<Long> result) {
        try {
            return wire.mapper().writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The result of a backtest is not writable as JSON", e);
        }
    }
}
