package org.communitysolutions.casemanagement.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.communitysolutions.casemanagement.task.EarlyHelp.raised;
import static org.communitysolutions.casemanagement.task.EarlyHelp.stateOf;
import static org.communitysolutions.casemanagement.task.EarlyHelp.toldOf;
import static org.communitysolutions.casemanagement.task.EarlyHelp.withdrawn;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.communitysolutions.casemanagement.AtOnce;
import org.communitysolutions.casemanagement.Rows;
import org.communitysolutions.shared.messaging.Inbox;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.ServiceIT;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What must not go wrong between Kafka and the queue, whatever is delivered twice, late, broken or never answered. */
@ServiceIT
class DeliveryIT {

    private static final String CREATED = "case-management.task-created.v1";
    private static final String WITHDRAWN = "case-management.task-withdrawn.v1";
    private static final List<String> TOPICS = List.of("risk.events", "risk.events.restricted");

    @Inject
    Inbox inbox;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private final UUID household = UUID.randomUUID();
    private final UUID task = UUID.randomUUID();

    @Test
    void theSameRecordTwiceRaisesOneTaskAndTellsOfItOnce() {
        Events.Sent once = raised(household, task);

        Events.send(once, once);

        awaitAllBefore(household);
        assertThat(createdEventsOf(task)).isEqualTo(1);
    }

    @Test
    void aReplayFromTheStartChangesNothing() {
        UUID taken = UUID.randomUUID();
        Events.Sent[] history = {raised(household, task), raised(household, taken), withdrawn(household, task)};
        Events.send(history);
        await().until(() -> stateOf(task).contains("WITHDRAWN"));
        as("universal-worker")
                .post("/api/case-management/v1/tasks/" + taken + "/claim")
                .then()
                .statusCode(200);
        List<String> told = toldOf(household);

        Events.send(history);

        awaitAllBefore(household);
        assertThat(stateOf(task)).containsExactly("WITHDRAWN");
        assertThat(stateOf(taken)).containsExactly("CLAIMED");
        assertThat(toldOf(household).subList(0, told.size())).isEqualTo(told);
        assertThat(toldOf(household)).hasSize(told.size() + 1);
    }

    @Test
    void aTaskToldOfAgainUnderAnotherEventStandsOnce() {
        Events.send(raised(household, task), raised(household, task));

        awaitAllBefore(household);
        assertThat(createdEventsOf(task)).isEqualTo(1);
    }

    @Test
    void twoConsumersWithTheSameRecordsAtOnceRaiseEachTaskOnce() throws Exception {
        ConsumerRecords<String, String> polled =
                Events.polled(raised(household, task), raised(household, UUID.randomUUID()));
        try (Connection holder = Database.connect()) {
            lockTasks(holder);
            AtOnce.both(() -> receive(polled), () -> receive(polled), () -> {
                await().until(() -> waiting().size() == 2);
                rollback(holder);
            });
        }

        assertThat(stateOf(task)).containsExactly("OPEN");
        assertThat(toldOf(household)).containsExactly(CREATED, CREATED);
    }

    @Test
    void whatASecondConsumerHandledAndNeverCommittedComesAgainAfterTheRebalanceAndChangesNothing() {
        List<UUID> households =
                IntStream.range(0, 48).mapToObj(i -> UUID.randomUUID()).toList();
        double seenBefore = seenBefore();
        List<ConsumerRecord<String, String>> handledBySecond = new ArrayList<>();

        try (KafkaConsumer<String, String> second = secondConsumer()) {
            second.subscribe(TOPICS);
            await().until(() -> {
                second.poll(Duration.ofMillis(100));
                return second.assignment().size() >= 8;
            });
            Events.send(households.stream().map(one -> raised(one, one)).toArray(Events.Sent[]::new));
            await().until(() -> {
                ConsumerRecords<String, String> polled = second.poll(Duration.ofMillis(100));
                receive(polled);
                polled.forEach(handledBySecond::add);
                return households.stream().allMatch(one -> stateOf(one).contains("OPEN"));
            });
        }

        assertThat(handledBySecond).isNotEmpty();
        await().until(() -> committedBeyond(handledBySecond));
        assertThat(seenBefore() - seenBefore).isGreaterThanOrEqualTo(handledBySecond.size());
        assertThat(households).allSatisfy(one -> assertThat(toldOf(one)).containsExactly(CREATED));
    }

    @Test
    void aHouseholdsEventsAreHandledInTheirOrder() {
        List<UUID> households =
                IntStream.range(0, 20).mapToObj(i -> UUID.randomUUID()).toList();
        List<Events.Sent> interleaved = new ArrayList<>();
        households.forEach(one -> interleaved.add(raised(one, one)));
        households.forEach(one -> interleaved.add(withdrawn(one, one)));

        Events.send(interleaved.toArray(Events.Sent[]::new));

        await().until(() -> households.stream().allMatch(one -> stateOf(one).contains("WITHDRAWN")));
        assertThat(households).allSatisfy(one -> assertThat(toldOf(one)).containsExactly(CREATED, WITHDRAWN));
    }

    @Test
    void aRecordThatCannotBeHandledHoldsBackItsHouseholdUntilItIsReleasedAndNothingElse() {
        List<UUID> others =
                IntStream.range(0, 10).mapToObj(i -> UUID.randomUUID()).toList();
        refuseTasksOf(household);
        List<Events.Sent> sent = new ArrayList<>();
        others.subList(0, 5).forEach(one -> sent.add(raised(one, one)));
        sent.add(raised(household, task));
        others.subList(5, 10).forEach(one -> sent.add(raised(one, one)));
        sent.add(withdrawn(household, task));

        Events.send(sent.toArray(Events.Sent[]::new));

        await().until(() -> others.stream().allMatch(one -> stateOf(one).contains("OPEN")));
        await().untilAsserted(() -> as("platform-operator")
                .get("/api/case-management/v1/parked-keys?limit=200")
                .then()
                .statusCode(200)
                .body("items.find { it.key == '%s' }.records".formatted(household), equalTo(2)));
        assertThat(stateOf(task)).isEmpty();
        release(household).statusCode(409);
        allowTasksAgain();
        release(household).statusCode(200).body("events", equalTo(2));
        assertThat(stateOf(task)).containsExactly("WITHDRAWN");
        assertThat(toldOf(household)).containsExactly(CREATED, WITHDRAWN);
        release(household).statusCode(404);
    }

    @Test
    void aReleasedHouseholdIsHandledStraightAgain() {
        refuseTasksOf(household);
        Events.send(raised(household, task));
        await().until(() -> parked(household) == 1);
        allowTasksAgain();
        release(household).statusCode(200);
        UUID next = UUID.randomUUID();

        Events.send(raised(household, next));

        await().until(() -> stateOf(next).contains("OPEN"));
        assertThat(parked(household)).isZero();
    }

    @Test
    void aRecordThatIsNoEventIsParkedWithoutItsContent() {
        Events.send(raised(household, task).withData("{\"taskId\":\"Mrs Example, 1 Sample Street\"}"));

        await().until(() -> parked(household) == 1);
        String parkedKeys = as("platform-operator")
                .get("/api/case-management/v1/parked-keys?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(parkedKeys).contains(household.toString()).doesNotContain("Sample Street");
        release(household).statusCode(409);
        assertThat(parked(household)).isEqualTo(1);
    }

    @Test
    void whatNobodyHandlesIsPassedOverWithoutAMark() {
        Events.Sent foreign = Events.example("risk.household-risk-changed.v1", household);

        Events.send(foreign);

        awaitAllBefore(household);
        assertThat(Rows.column(UUID.class, "select event_id from seen_event where event_id = ?", foreign.id()))
                .isEmpty();
    }

    @Test
    void whileTheDatabaseIsAwayABatchWaitsAndIsTriedAgain() throws SQLException {
        try (Connection holder = Database.connect()) {
            lockTasks(holder);
            Events.send(raised(household, task));
            await().until(() -> !waiting().isEmpty());
            Set<Integer> cutOff = Set.copyOf(waiting());
            cutOff.forEach(DeliveryIT::terminate);

            await().until(() -> waiting().stream().anyMatch(pid -> !cutOff.contains(pid)));
            holder.rollback();
        }

        await().until(() -> stateOf(task).contains("OPEN"));
        assertThat(toldOf(household)).containsExactly(CREATED);
        assertThat(parked(household)).isZero();
    }

    @Test
    void aDatabaseThatIsFullIsNoFaultOfTheEvent() {
        refuseTasksOf(household, "53100");
        Events.send(raised(household, task));
        await().until(() -> refusals() >= 3);

        allowTasksAgain();

        await().until(() -> stateOf(task).contains("OPEN"));
        assertThat(parked(household)).isZero();
    }

    @Test
    void aRecordIsParkedEvenIfTheDatabaseGoesAwayWhileItIsParked() throws SQLException {
        try (Connection holder = Database.connect()) {
            holder.setAutoCommit(false);
            try (Statement statement = holder.createStatement()) {
                statement.execute("lock table parked_key in share mode");
            }
            Events.send(raised(household, task).withData("{}"));
            await().until(() -> !waiting("parked_key").isEmpty());
            int cutOff = waiting("parked_key").getFirst();
            terminate(cutOff);
            await().until(() -> waiting("parked_key").stream().anyMatch(pid -> pid != cutOff));
            holder.rollback();
        }

        await().until(() -> parked(household) == 1);
    }

    /** Sends one more event of the household and waits for it: what was sent before it has then been handled. */
    private static void awaitAllBefore(UUID household) {
        UUID last = UUID.randomUUID();
        Events.send(raised(household, last));
        await().until(() -> stateOf(last).contains("OPEN"));
    }

    private long createdEventsOf(UUID one) {
        return Database.outboxOf(household).stream()
                .filter(told -> told.type().equals(CREATED) && told.data().contains(one.toString()))
                .count();
    }

    /** Handles the records as the service does; tells how many there were. */
    private int receive(ConsumerRecords<String, String> polled) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> inbox.receive(polled)
                    .ifNoItem()
                    .after(Duration.ofSeconds(30))
                    .fail());
            return polled.count();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private double seenBefore() {
        return meters.counter("inbox.events", "outcome", "seen-before").count();
    }

    private KafkaConsumer<String, String> secondConsumer() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.GROUP_ID_CONFIG,
                "case-management",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private boolean committedBeyond(List<ConsumerRecord<String, String>> records) {
        Map<TopicPartition, Long> next = new HashMap<>();
        records.forEach(
                one -> next.merge(new TopicPartition(one.topic(), one.partition()), one.offset() + 1, Math::max));
        try (KafkaConsumer<String, String> observer = secondConsumer()) {
            Map<TopicPartition, OffsetAndMetadata> committed = observer.committed(next.keySet());
            return next.entrySet().stream()
                    .allMatch(one -> committed.get(one.getKey()) != null
                            && committed.get(one.getKey()).offset() >= one.getValue());
        }
    }

    private static void lockTasks(Connection holder) throws SQLException {
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute("lock table task in access exclusive mode");
        }
    }

    /** The sessions of the service that wait for another's lock. */
    private static List<Integer> waiting() {
        return Database.query("""
                        select distinct pid from pg_locks join pg_stat_activity using (pid)
                        where not granted and datname = current_database()""").stream().map(row -> (Integer) row.get("pid")).toList();
    }

    private static void rollback(Connection holder) {
        try {
            holder.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Integer> waiting(String table) {
        return Database.query(
                        "select pid from pg_locks where not granted and relation = cast(cast(? as text) as regclass)",
                        table)
                .stream()
                .map(row -> (Integer) row.get("pid"))
                .toList();
    }

    private static void terminate(int pid) {
        assertThat(Database.queryAsApplication("select pg_terminate_backend(?)", pid))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("pg_terminate_backend", true));
    }

    private static long parked(UUID key) {
        return Database.query("select id from parked_record where record_key = ?", key.toString())
                .size();
    }

    private static ValidatableResponse release(UUID key) {
        return as("platform-operator")
                .post("/api/case-management/v1/parked-keys/" + key + "/release")
                .then();
    }

    /** A fault that lies with the event and can be mended: the database takes no task of this household. */
    private static void refuseTasksOf(UUID refused) {
        refuseTasksOf(refused, "P0001");
    }

    /** Refuses with that SQLSTATE, and counts how often. */
    private static void refuseTasksOf(UUID refused, String state) {
        Database.execute("create sequence refusals");
        Database.execute("grant usage on sequence refusals to public");
        Database.execute("create function refuse_task() returns trigger language plpgsql as "
                + "$$ begin perform nextval('refusals'); raise exception 'refused' using errcode = '" + state
                + "'; end $$");
        Database.execute("create trigger refuse_task before insert on task for each row when (new.household_id = '"
                + refused + "') execute function refuse_task()");
    }

    private static long refusals() {
        return (Long)
                Database.query("select last_value from refusals").getFirst().get("last_value");
    }

    @AfterEach
    void allowTasksAgain() {
        Database.execute("drop trigger if exists refuse_task on task");
        Database.execute("drop function if exists refuse_task");
        Database.execute("drop sequence if exists refusals");
    }
}
