package org.communitysolutions.risk.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.communitysolutions.risk.Told;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.RaisedTask;
import org.communitysolutions.risk.rules.loading.Files;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.Events;

/** Random histories on their way through Kafka and the real service, what disturbs it, and what it made of them. */
abstract class DisturbedStreams {

    static final Evaluator OF_FILES = Files.evaluator();
    private static final ObjectMapper JSON = new ObjectMapper();

    final long seed = System.nanoTime();
    final Random random = new Random(seed);

    /** All events of each household, each once. */
    final Map<UUID, List<PastEvent>> histories = new LinkedHashMap<>();

    @Inject
    StreamTransactions transactions;

    @Inject
    @DataSource("stream")
    AgroalDataSource database;

    @Inject
    Streaming settings;

    @Inject
    StreamMeters meters;

    @Inject
    Wire wire;

    @Inject
    EvaluateHousehold evaluate;

    @Inject
    @Identifier("default-kafka-broker") Map<String, Object> kafka;

    /** An event of a household on its way. */
    record Send(UUID household, PastEvent event) {}

    /** All events, every fifth of them twice, in an order of no meaning. */
    List<Send> shuffled() {
        List<Send> sends = new ArrayList<>();
        histories.forEach((household, history) -> history.forEach(event -> {
            sends.add(new Send(household, event));
            if (random.nextInt(5) == 0) {
                sends.add(new Send(household, event));
            }
        }));
        Collections.shuffle(sends, random);
        return sends;
    }

    /** Sends the event as its publisher would. */
    static void send(Send send) throws JsonProcessingException {
        PastEvent event = send.event();
        Map<String, Object> data = new HashMap<>();
        for (int place = 0; place < event.kind().fields().size(); place++) {
            if (event.value(place) != null) {
                Object value = event.value(place);
                data.put(
                        event.kind().fields().get(place).name(),
                        value instanceof Number || value instanceof Boolean || value instanceof Collection
                                ? value
                                : value.toString());
            }
        }
        Events.Sent sent = new Events.Sent(
                event.id(),
                event.type(),
                send.household(),
                event.occurredAt(),
                "standard",
                event.type().substring(0, event.type().indexOf('.')) + ".events",
                JSON.writeValueAsString(data));
        Events.send(event.restricted() ? sent.restricted() : sent);
    }

    /** A second instance of the service, not started yet. */
    EventStream another(String instance) {
        return new EventStream(
                database, transactions, new OtherInstance(settings, instance), meters, wire, evaluate, kafka);
    }

    /** Ends the sessions of all workers, wherever they are in a transaction. */
    static void cutConnections() {
        Database.queryAsApplication(
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user"
                        + " and pid <> pg_backend_pid() and application_name like 'PostgreSQL JDBC%'");
    }

    /** How many events there are, however often they were sent. */
    long sent() {
        return histories.values().stream()
                .flatMap(List::stream)
                .map(PastEvent::id)
                .distinct()
                .count();
    }

    long inTheJournal() {
        return count("journal_event where true");
    }

    /** How many households have something yet to be said of them for the time that has passed. */
    long asleep() {
        return count("household_state where wakes_at <= (select max(event_time) from lane)");
    }

    /** @param from a table of households, with a condition */
    long count(String from) {
        return (long) Told.asService("select count(*) as n from " + from + " and household in (" + households() + ")")
                .getFirst()
                .get("n");
    }

    /** How far what needs time to pass has come: the latest event that was taken in, less the allowed lateness. */
    Instant horizon() {
        Instant latest = ((Timestamp) Told.asService("select max(event_time) from lane")
                        .getFirst()
                        .get("max"))
                .toInstant();
        return latest.minus(settings.lateness());
    }

    /** What somebody has completed stays as it is, whether or not it would be asked for by what came to be known. */
    Set<UUID> completed() {
        return histories.values().stream()
                .flatMap(List::stream)
                .filter(event -> event.type().equals("case-management.task-completed.v1"))
                .flatMap(event -> event.idIn("taskId").stream())
                .collect(Collectors.toSet());
    }

    /** Without the version: a task stays that of the rule that asked for it first, where a later one asks for the same. */
    static String named(UUID household, RaisedTask task) {
        return "%s %s %s %s".formatted(household, task.id(), task.rule(), task.team());
    }

    /** The tasks that stand and that nobody has completed. */
    Set<String> standing() {
        Set<UUID> completed = completed();
        return Told.asService("select household || ' ' || task_id || ' ' || rule || ' ' || team as task"
                        + " from raised_task where withdrawn_at is null and household in (" + households() + ")")
                .stream()
                .map(row -> (String) row.get("task"))
                .filter(task -> !completed.contains(idIn(task)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of which the outbox says in the end that they stand; it may say so of none twice. */
    Set<String> announced() {
        Map<UUID, Integer> stands = new HashMap<>();
        Told.asService(
                        "select case when type like '%raised%' then '+' else '-' end || (cast(data as jsonb) ->> 'taskId')"
                                + " as told from outbox where type like '%early-help-task%' and record_key in ("
                                + households() + ")")
                .forEach(row -> {
                    String told = (String) row.get("told");
                    stands.merge(UUID.fromString(told.substring(1)), told.charAt(0) == '+' ? 1 : -1, Integer::sum);
                });
        assertThat(stands.values()).describedAs("seed %d", seed).allMatch(times -> times == 0 || times == 1);
        return standing().stream()
                .filter(task -> stands.getOrDefault(idIn(task), 0) == 1)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static UUID idIn(String task) {
        return UUID.fromString(task.split(" ", -1)[1]);
    }

    String households() {
        return histories.keySet().stream()
                .map(household -> "'" + household + "'")
                .collect(Collectors.joining(","));
    }
}
