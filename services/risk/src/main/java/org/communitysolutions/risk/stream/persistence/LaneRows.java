package org.communitysolutions.risk.stream.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.risk.stream.Batch;
import org.communitysolutions.risk.stream.LaneLost;

/** Who owns which lane, how far each partition was read, and how far time has come. */
@ApplicationScoped
public class LaneRows {

    private static final String TAKE_OVER = """
        insert into lane as l (lane, epoch) select number, 1 from unnest(?) as mine (number) order by 1
        on conflict (lane) do update set epoch = l.epoch + 1
        returning lane, epoch, event_time
        """;

    private static final String MAKE = """
        insert into lane (lane, epoch) select number, 0 from generate_series(0, ? - 1) as all_of_them (number) order by 1
        on conflict do nothing
        """;

    private static final String ADVANCE = """
        update lane l set event_time = greatest(l.event_time, mine.time)
        from unnest(?, ?, ?) as mine (number, epoch, time) where l.lane = mine.number and l.epoch = mine.epoch
        """;

    private static final String MOVE = """
        insert into stream_position (topic, partition, next_offset) select * from unnest(?, ?, ?) order by 1, 2
        on conflict (topic, partition) do update set next_offset = excluded.next_offset
        """;

    /**
     * A lane that is this consumer's from now on.
     *
     * @param time how far time has come in it; empty if it never had an event
     */
    public record TakenOver(int lane, long epoch, Optional<Instant> time) {}

    /**
     * Sees to it that there are so many lanes. Of several consumers that do so at once the first makes them, and the others
     * wait for its commit.
     *
     * @return whether there were fewer before
     */
    public boolean makeAll(Connection connection, int lanes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MAKE)) {
            statement.setInt(1, lanes);
            return statement.executeUpdate() > 0;
        }
    }

    /** How many lanes there are. */
    public int count(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select count(*) from lane");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Raises the epochs, which waits for the last transactions of those who had the lanes before. */
    public List<TakenOver> takeOver(Connection connection, Collection<Integer> lanes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE_OVER)) {
            statement.setArray(1, connection.createArrayOf("int4", lanes.toArray()));
            List<TakenOver> taken = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                taken.add(new TakenOver(
                        rows.getInt(1),
                        rows.getLong(2),
                        Optional.ofNullable(rows.getTimestamp(3)).map(Timestamp::toInstant)));
            }
            return taken;
        }
    }

    /** The offset to read next of each partition of these lanes that was read before. */
    public Map<TopicPartition, Long> positions(Connection connection, Collection<Integer> lanes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select topic, partition, next_offset from stream_position where partition = any (?)")) {
            statement.setArray(1, connection.createArrayOf("int4", lanes.toArray()));
            Map<TopicPartition, Long> positions = new HashMap<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                positions.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
            return positions;
        }
    }

    /** How far time has come in each lane that had an event. */
    public Map<Integer, Instant> times(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select lane, event_time from lane where event_time is not null");
                ResultSet rows = statement.executeQuery()) {
            Map<Integer, Instant> times = new HashMap<>();
            while (rows.next()) {
                times.put(rows.getInt(1), rows.getTimestamp(2).toInstant());
            }
            return times;
        }
    }

    /** How far time has come in the lane that is furthest. */
    public Optional<Instant> latestTime(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select max(event_time) from lane");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant);
        }
    }

    /**
     * Moves time and positions forward, first thing in the transaction that handles what lies before them.
     *
     * @throws LaneLost if another has taken over one of the lanes
     */
    void advance(Connection connection, Map<Integer, Batch.Claim> lanes, Map<TopicPartition, Long> next)
            throws SQLException {
        if (lanes.isEmpty()) {
            return;
        }
        List<Integer> numbers = lanes.keySet().stream().sorted().toList();
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            statement.setArray(1, connection.createArrayOf("int4", numbers.toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int8",
                            numbers.stream()
                                    .map(lane -> lanes.get(lane).epoch())
                                    .toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "timestamptz",
                            numbers.stream()
                                    .map(lane -> OffsetDateTime.ofInstant(
                                            lanes.get(lane).time(), ZoneOffset.UTC))
                                    .toArray()));
            if (statement.executeUpdate() != numbers.size()) {
                throw new LaneLost("Another consumer has taken over one of the lanes " + numbers);
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            List<TopicPartition> partitions = List.copyOf(next.keySet());
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            partitions.stream().map(TopicPartition::topic).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int4",
                            partitions.stream().map(TopicPartition::partition).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "int8", partitions.stream().map(next::get).toArray()));
            statement.executeUpdate();
        }
    }
}
