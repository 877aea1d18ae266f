package org.communitysolutions.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.history.EventType;

/**
 * The topics of a history and where they end.
 *
 * @param ends for each partition, the offset of the event that will come next
 */
record FilledTopics(Map<TopicPartition, Long> ends) {

    /** All that the history publishes on, and their restricted sisters: what the risk service reads. */
    static List<String> names() {
        return Arrays.stream(EventType.values())
                .map(type -> type.topic().replace(".restricted", ""))
                .distinct()
                .flatMap(topic -> Stream.of(topic, topic + ".restricted"))
                .toList();
    }

    static FilledTopics look(String bootstrapServers) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG,
                "false"))) {
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            admin.describeTopics(names()).allTopicNames().get().forEach((name, topic) -> topic.partitions()
                    .forEach(part -> asked.put(new TopicPartition(name, part.partition()), OffsetSpec.latest())));
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    admin.listOffsets(asked).all().get();
            return new FilledTopics(ends.entrySet().stream()
                    .filter(end -> end.getValue().offset() > 0)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset())));
        } catch (ExecutionException failure) {
            throw new ServerException("Kafka does not tell where its topics end.", failure);
        }
    }

    long events() {
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many events a database's positions are past. */
    long read(Connection database) throws SQLException {
        long read = 0;
        try (PreparedStatement select =
                        database.prepareStatement("select topic, partition, next_offset from stream_position");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                TopicPartition part = new TopicPartition(rows.getString(1), rows.getInt(2));
                read += Math.min(rows.getLong(3), ends.getOrDefault(part, 0L));
            }
        }
        return read;
    }
}
