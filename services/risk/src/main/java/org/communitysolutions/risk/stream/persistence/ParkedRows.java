package org.communitysolutions.risk.stream.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.communitysolutions.risk.stream.Batch;
import org.communitysolutions.risk.stream.Origin;
import org.communitysolutions.shared.messaging.WireFormat;

/**
 * Records that are held back because one of their key could not be handled: the tables of the shared messaging, in the
 * stream's own transaction.
 */
@ApplicationScoped
public class ParkedRows {

    private static final String HOLD = """
        insert into parked_record (record_key, topic, partition, record_offset, headers, value, recorded_at)
        values (?, ?, ?, ?, ?, ?, ?) on conflict (topic, partition, record_offset) do nothing
        """;

    private static final String TAKE = """
        with taken as (delete from parked_record where record_key = ? returning *)
        select topic, partition, record_offset, headers, value, recorded_at from taken order by id
        """;

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final WireFormat wire;

    ParkedRows(WireFormat wire) {
        this.wire = wire;
    }

    /** The keys that stand still. They stay so until the transaction ends: a person who releases one waits. */
    public Set<String> keys(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select record_key from parked_key order by 1 for share");
                ResultSet rows = statement.executeQuery()) {
            Set<String> keys = new HashSet<>();
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
            return keys;
        }
    }

    /**
     * Takes out all records of the key, in the order they came, and lets the key go on.
     *
     * @return empty if the key is not parked
     */
    public Optional<List<ConsumerRecord<byte[], byte[]>>> takeAll(Connection connection, String key)
            throws SQLException {
        try (PreparedStatement release = connection.prepareStatement("delete from parked_key where record_key = ?");
                PreparedStatement take = connection.prepareStatement(TAKE)) {
            release.setString(1, key);
            if (release.executeUpdate() == 0) {
                return Optional.empty();
            }
            take.setString(1, key);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            ResultSet rows = take.executeQuery();
            while (rows.next()) {
                records.add(record(key, rows));
            }
            return Optional.of(records);
        }
    }

    void park(Connection connection, List<Batch.Parked> parked) throws SQLException {
        if (parked.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into parked_key (record_key, reason) values (?, ?) on conflict do nothing")) {
            for (Batch.Parked stop : parked) {
                statement.setString(1, stop.key());
                statement.setString(2, stop.reason());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void hold(Connection connection, List<Batch.HeldBack> heldBack) throws SQLException {
        if (heldBack.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(HOLD)) {
            for (Batch.HeldBack held : heldBack) {
                Origin origin = held.origin();
                statement.setString(1, origin.key());
                statement.setString(2, origin.partition().topic());
                statement.setInt(3, origin.partition().partition());
                statement.setLong(4, origin.offset());
                statement.setString(5, headers(held));
                statement.setString(6, storable(held.value()));
                statement.setObject(
                        7, OffsetDateTime.ofInstant(Instant.ofEpochMilli(origin.timestamp()), ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private ConsumerRecord<byte[], byte[]> record(String key, ResultSet row) throws SQLException {
        RecordHeaders headers = new RecordHeaders();
        try {
            wire.mapper()
                    .readValue(row.getString(4), HEADERS)
                    .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The headers of a parked record cannot be read", e);
        }
        byte[] value = Optional.ofNullable(row.getString(5))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElse(null);
        return new ConsumerRecord<>(
                row.getString(1),
                row.getInt(2),
                row.getLong(3),
                row.getObject(6, OffsetDateTime.class).toInstant().toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key.getBytes(StandardCharsets.UTF_8),
                value,
                headers,
                Optional.empty());
    }

    private String headers(Batch.HeldBack held) {
        try {
            return wire.mapper().writeValueAsString(held.headers());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Headers are text and always writable", e);
        }
    }

    /** PostgreSQL has no character nil in its texts. */
    private static String storable(String value) {
        return value == null ? null : value.replace('\0', '\uFFFD');
    }
}
