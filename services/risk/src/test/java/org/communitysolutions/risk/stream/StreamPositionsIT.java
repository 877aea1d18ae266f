package org.communitysolutions.risk.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.risk.Told;
import org.communitysolutions.risk.stream.persistence.PositionRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.ServiceIT;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@ServiceIT
class StreamPositionsIT {

    private final TopicPartition partition = new TopicPartition("positions-" + UUID.randomUUID(), 3);

    @Inject
    Transactions transactions;

    @Inject
    PositionRows rows;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    @Test
    void keepsThePositionWithWhatWasRead() {
        Events.Sent event = Told.need(UUID.randomUUID(), "food", 1);
        Events.send(event);
        Told.awaitTakenIn(event);

        assertThat(Database.query("select 1 from stream_position where topic = 'intake.events' and next_offset > 0"))
                .isNotEmpty();
    }

    @Test
    void letsAConsumerThatIsGivenAPartitionReadOnFromThere() throws Throwable {
        StreamPositions first = new StreamPositions(transactions, rows, service);
        StreamPositions second = new StreamPositions(transactions, rows, service);
        first.onPartitionsAssigned(consumer(), List.of(partition));
        assertThat(advance(first, 41)).containsExactly(partition);
        MockConsumer<String, String> successor = consumer();

        second.onPartitionsAssigned(successor, List.of(partition));

        assertThat(successor.position(partition)).isEqualTo(41);
    }

    @Test
    void letsAPredecessorThatWakesLateWriteNothing() throws Throwable {
        StreamPositions first = new StreamPositions(transactions, rows, service);
        StreamPositions second = new StreamPositions(transactions, rows, service);
        first.onPartitionsAssigned(consumer(), List.of(partition));
        second.onPartitionsAssigned(consumer(), List.of(partition));

        assertThat(advance(first, 99)).isEmpty();
        assertThat(advance(second, 7)).containsExactly(partition);

        assertThat(Database.query("select next_offset from stream_position where topic = ?", partition.topic())
                        .getFirst())
                .containsEntry("next_offset", 7L);
    }

    @Test
    void writesNothingForAPartitionThatWasTakenAway() throws Throwable {
        StreamPositions only = new StreamPositions(transactions, rows, service);
        only.onPartitionsAssigned(consumer(), List.of(partition));
        only.onPartitionsRevoked(consumer(), List.of(partition));

        assertThat(advance(only, 5)).isEmpty();
    }

    private Set<TopicPartition> advance(StreamPositions positions, long next) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> transactions.run(
                Caller.service(service, UUID.randomUUID()),
                session -> positions.advance(session, Map.of(partition, next))));
    }

    private MockConsumer<String, String> consumer() {
        MockConsumer<String, String> consumer = new MockConsumer<>("earliest");
        consumer.assign(List.of(partition));
        return consumer;
    }
}
