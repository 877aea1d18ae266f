package org.communitysolutions.local.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What the risk service does, without thinking: two consumers read all topics, lane by lane, and write each batch in one
 * transaction: its events into the journal, the households that it touches, the position. A lane is one partition number of all
 * topics. It is the measure for what thinking costs.
 */
public final class BareLoop {

    private static final int CONSUMERS = 2;
    private static final int BATCH = 50_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Connection connection;
    private final BareTables tables;
    private final Map<Integer, Map<BareState.Household, BareState>> states = new HashMap<>();

    private BareLoop(KafkaConsumer<byte[], byte[]> consumer, Connection connection) throws SQLException {
        this.consumer = consumer;
        this.connection = connection;
        this.tables = new BareTables(connection);
    }

    /**
     * Reads what stands on the topics, and stays until it is stopped, so that what it used can be asked for.
     *
     * @param arguments bootstrap servers, the database's JDBC URL, user, password, topics separated by commas
     */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        try (ExecutorService consumers = Executors.newFixedThreadPool(CONSUMERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONSUMERS; i++) {
                int number = i;
                running.add(consumers.submit(() -> {
                    run(arguments, number);
                    return null;
                }));
            }
            for (Future<?> consumer : running) {
                consumer.get();
            }
        }
        new CountDownLatch(1).await();
    }

    private static void run(String[] arguments, int number) throws SQLException {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(arguments[0]);
                Connection connection = DriverManager.getConnection(arguments[1], arguments[2], arguments[3])) {
            connection.setAutoCommit(false);
            BareLoop loop = new BareLoop(consumer, connection);
            loop.drain(loop.lanes(arguments[4].split(","), number));
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Integer.toString(BATCH));
        properties.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, "false");
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The lanes of a consumer, as the range assignor deals them out: the first gets the first half of each topic. */
    private Map<Integer, List<TopicPartition>> lanes(String[] topics, int number) {
        return Stream.of(topics)
                .flatMap(topic -> consumer.partitionsFor(topic).stream()
                        .filter(part -> part.partition()
                                        * CONSUMERS
                                        / consumer.partitionsFor(topic).size()
                                == number)
                        .map(part -> new TopicPartition(topic, part.partition())))
                .collect(Collectors.groupingBy(TopicPartition::partition, TreeMap::new, Collectors.toList()));
    }

    /** Takes the lanes in turn until each has come to the end that it had at the beginning. */
    private void drain(Map<Integer, List<TopicPartition>> lanes) throws SQLException {
        List<TopicPartition> all = lanes.values().stream().flatMap(List::stream).toList();
        consumer.assign(all);
        consumer.pause(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        while (!lanes.isEmpty()) {
            lanes.values().removeIf(lane -> isRead(lane, ends));
            for (Map.Entry<Integer, List<TopicPartition>> lane : lanes.entrySet()) {
                BareBatch batch =
                        new BareBatch(lane.getKey(), states.computeIfAbsent(lane.getKey(), number -> new HashMap<>()));
                read(batch, lane.getValue(), ends);
                tables.write(batch, System.currentTimeMillis());
                connection.commit();
            }
        }
    }

    private boolean isRead(List<TopicPartition> lane, Map<TopicPartition, Long> ends) {
        return lane.stream().allMatch(part -> consumer.position(part) >= ends.get(part));
    }

    private void read(BareBatch batch, List<TopicPartition> lane, Map<TopicPartition, Long> ends) {
        consumer.resume(lane);
        while (batch.size() < BATCH && !isRead(lane, ends)) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(100));
            for (TopicPartition part : records.partitions()) {
                batch.add(part, records.records(part));
            }
        }
        consumer.pause(lane);
    }
}
