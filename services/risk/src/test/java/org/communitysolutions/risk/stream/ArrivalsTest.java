package org.communitysolutions.risk.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.risk.rules.Vocabulary;
import org.junit.jupiter.api.Test;

/** What is taken in when, and in what order. */
class ArrivalsTest {

    private static final TopicPartition DEBT = new TopicPartition("debt", 1);
    private static final TopicPartition WORK = new TopicPartition("work", 1);
    private static final TopicPartition OTHER = new TopicPartition("debt", 2);

    private static final Wire WIRE = new Wire(new Vocabulary(List.of(), Set.of(), Set.of(), Set.of(), List.of()));

    private final Arrivals arrivals = new Arrivals(4);
    private final Map<TopicPartition, Long> lag = new HashMap<>();
    private long offset;

    ArrivalsTest() {
        arrivals.begin(List.of(DEBT, WORK, OTHER));
    }

    @Test
    void takesAllAtOnceWhileThereIsNoBacklog() {
        arrive(DEBT, 30, 40);
        arrive(OTHER, 10);

        assertThat(take()).containsExactlyInAnyOrder(30, 40, 10);
        assertThat(arrivals.isEmpty()).isTrue();
    }

    @Test
    void mergesTheTopicsOfALaneByWhenThingsHappenedWhileThereIsABacklog() {
        arrive(DEBT, 10, 30, 50);
        arrive(WORK, 20, 40, 60);
        arrive(OTHER, 1);

        assertThat(take()).containsExactly(10, 20, 30, 40);
    }

    @Test
    void keepsTheOrderOfAPartitionEvenWhereItIsNotThatOfTime() {
        arrive(DEBT, 50, 10, 20);
        arrive(WORK, 40, 60);

        assertThat(take()).containsExactly(40, 50, 10, 20);
    }

    @Test
    void stopsWhereAPartitionRunsDryThatHasMoreToCome() {
        arrive(DEBT, 10, 30, 50, 70);
        arrive(WORK, 20);
        lag.put(WORK, 3L);

        assertThat(take()).containsExactly(10, 20);
    }

    @Test
    void waitsForAPartitionOfWhichNothingHasCome() {
        arrive(DEBT, 10, 30, 50, 70, 90);
        lag.put(WORK, 3L);

        assertThat(take()).isEmpty();
        assertThat(arrivals.full(this::lag)).contains(OTHER).doesNotContain(WORK);
    }

    @Test
    void wantsMoreOfWhatWillRunDryFirst() {
        arrive(DEBT, 10, 20, 30);
        arrive(WORK, 15, 40);
        lag.put(DEBT, 100L);
        lag.put(WORK, 1L);

        assertThat(arrivals.full(this::lag)).containsExactlyInAnyOrder(WORK, OTHER);
    }

    @Test
    void takesTheLanesInTurn() {
        arrive(DEBT, 10, 20, 30, 40, 50);
        arrive(OTHER, 1, 2, 3, 4, 5, 6);

        assertThat(take()).containsExactly(1, 2, 3, 4);
        assertThat(take()).containsExactly(10, 20, 30, 40);
        assertThat(take()).containsExactlyInAnyOrder(50, 5, 6);
    }

    @Test
    void forgetsWhatBelongsToAnotherConsumerNow() {
        arrive(DEBT, 10);
        arrive(OTHER, 1);

        arrivals.forget(List.of(DEBT, WORK));

        assertThat(take()).containsExactly(1);
    }

    private long lag(TopicPartition partition) {
        return lag.getOrDefault(partition, 0L);
    }

    private List<Integer> take() {
        return new ArrayList<>(arrivals.take(this::lag))
                .stream()
                        .map(arrival -> (int) arrival.occurredAt().getEpochSecond())
                        .toList();
    }

    private void arrive(TopicPartition partition, int... seconds) {
        for (int second : seconds) {
            arrivals.add(WIRE.read(record(partition, Instant.ofEpochSecond(second)), partition));
        }
    }

    private ConsumerRecord<byte[], byte[]> record(TopicPartition partition, Instant occurredAt) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(partition.topic(), partition.partition(), offset++, null, bytes("{}"));
        Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", "something-told.v1",
                        "ce_source", "/something",
                        "ce_time", occurredAt.toString(),
                        "ce_sensitivity", "standard")
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
