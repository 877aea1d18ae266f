package org.communitysolutions.risk.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.risk.links.KnownLinks;
import org.communitysolutions.testkit.Database;

/** A worker that stood still with a batch in hand, and goes on when others have had its lanes for long. */
final class LatePredecessor {

    private final AgroalDataSource database;
    private final StreamTransactions transactions;
    private final Map<Integer, Long> epochs = epochs();
    private final Map<TopicPartition, Long> positions = positions();

    /** Stands still from here on. */
    LatePredecessor(AgroalDataSource database, StreamTransactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Writes how far it had come in the lanes that are others' by now, and loses them as a worker does. */
    void wakeLate() throws SQLException {
        Map<Integer, Batch.Claim> lost = new HashMap<>();
        epochs().forEach((lane, epoch) -> {
            if (epochs.getOrDefault(lane, epoch) < epoch) {
                lost.put(lane, new Batch.Claim(epochs.get(lane), Instant.EPOCH));
            }
        });
        Map<TopicPartition, Long> next = new HashMap<>(positions);
        next.keySet().removeIf(partition -> !lost.containsKey(partition.partition()));
        if (next.isEmpty()) {
            throw new IllegalStateException("Nobody has taken over a lane in which anything was read before");
        }
        try (Connection connection = database.getConnection()) {
            transactions.write(
                    connection,
                    (open, rules, stopped) -> new Batch(
                            rules,
                            lost,
                            next,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            Set.of(),
                            KnownLinks.Version.NONE,
                            new Batch.Tally(0, 0, 0, 0)));
        } catch (LaneLost lanesOfOthers) {
            assertThat(lanesOfOthers).hasMessageContaining("taken over");
        }
    }

    private static Map<Integer, Long> epochs() {
        Map<Integer, Long> epochs = new HashMap<>();
        Database.query("select lane, epoch from lane")
                .forEach(row -> epochs.put(((Number) row.get("lane")).intValue(), (Long) row.get("epoch")));
        return epochs;
    }

    /** The offset to read next of each partition, as it is kept now. */
    static Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        Database.query("select topic, partition, next_offset from stream_position")
                .forEach(row -> positions.put(
                        new TopicPartition((String) row.get("topic"), (Integer) row.get("partition")),
                        (Long) row.get("next_offset")));
        return positions;
    }
}
