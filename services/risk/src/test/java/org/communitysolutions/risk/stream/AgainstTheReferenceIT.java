package org.communitysolutions.risk.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.communitysolutions.risk.Told;
import org.communitysolutions.risk.editions.Written;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.Histories;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.RaisedTask;
import org.communitysolutions.risk.rules.ReferenceEvaluator;
import org.communitysolutions.risk.rules.loading.Files;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.ServiceIT;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Random streams through Kafka and the real service, out of order, some events twice, while connections are cut, lanes
 * change hands and rules are switched; and what the plain reference makes of the same events by the rules that are live in
 * the end.
 */
@ServiceIT
class AgainstTheReferenceIT {

    private static final Evaluator OF_FILES = Files.evaluator();
    private static final int HOUSEHOLDS = 80;
    private static final int EVENTS_EACH = 40;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Map<UUID, List<PastEvent>> histories = new LinkedHashMap<>();

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

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @AfterEach
    void goBackToTheEditionOfTheRelease() {
        Written.goLive(Written.RELEASED).then().statusCode(200);
    }

    @Test
    void asksForTheSameTasksWhateverBecomesOfTheStream() throws JsonProcessingException {
        List<Send> sends = makeUp();
        String fewer = Written.version();
        String last = Written.version();
        String rules = Written.changed(
                "job-lost-arrears-rising",
                "within-days: 180",
                "within-days: 90",
                Written.without("council-tax-missed-twice", Written.rules(last)));
        EventStream second =
                new EventStream(database, transactions, as(settings, "second"), meters, wire, evaluate, kafka);

        for (int i = 0; i < sends.size(); i++) {
            send(sends.get(i).household(), sends.get(i).event());
            if (i == sends.size() / 5) {
                second.start(null);
            } else if (i == sends.size() * 3 / 5) {
                second.stop(null);
            }
            if (i == sends.size() / 4) {
                Written.putLive(fewer, Written.without("recovery-with-children", Written.rules(fewer)));
            } else if (i == sends.size() / 2) {
                Written.goLive(Written.RELEASED).then().statusCode(200);
            } else if (i == sends.size() * 3 / 4) {
                Written.goLive(fewer).then().statusCode(200);
            }
            if (i % (sends.size() / 8) == 0) {
                cutConnections();
            }
        }
        Set<UUID> sent = histories.values().stream()
                .flatMap(List::stream)
                .map(PastEvent::id)
                .collect(Collectors.toSet());
        await().atMost(PATIENCE).until(() -> count(journal()) >= sent.size());
        // Every worker has its lanes in memory, where households have to follow although nothing is read anew.
        Written.putLive(last, rules);
        await().atMost(PATIENCE).until(() -> count(evaluatedByOthersThan(last)) == 0);
        await().atMost(PATIENCE).until(() -> count(asleep()) == 0);
        assertThat(count(journal())).describedAs("seed %d", seed).isEqualTo(sent.size());
        assertThat(standing()).describedAs("seed %d", seed).isEqualTo(expected(rules));
        assertThat(announced()).describedAs("seed %d", seed).isEqualTo(standing());
    }

    /** An event of a household on its way. */
    private record Send(UUID household, PastEvent event) {}

    private List<Send> makeUp() {
        List<Send> sends = new ArrayList<>();
        for (int i = 0; i < HOUSEHOLDS; i++) {
            UUID household = UUID.randomUUID();
            Histories made = new Histories(random, List.of(6, 60, 500).get(random.nextInt(3)));
            List<PastEvent> history = made.some(EVENTS_EACH, OF_FILES.book().relevantTypes());
            for (Clearance clearance : Clearance.values()) {
                OF_FILES.evaluate(household, clearance, history, made.instant())
                        .ifPresent(state -> history.addAll(made.workOn(state.tasks())));
            }
            histories.put(household, history);
            history.forEach(event -> sends.add(new Send(household, event)));
            history.stream()
                    .filter(event -> random.nextInt(5) == 0)
                    .forEach(event -> sends.add(new Send(household, event)));
        }
        Collections.shuffle(sends, random);
        return sends;
    }

    /** Sends the event as its publisher would. */
    static void send(UUID household, PastEvent event) throws JsonProcessingException {
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
                household,
                event.occurredAt(),
                "standard",
                event.type().substring(0, event.type().indexOf('.')) + ".events",
                JSON.writeValueAsString(data));
        Events.send(event.restricted() ? sent.restricted() : sent);
    }

    /** Ends the sessions of all workers, wherever they are in a transaction. */
    static void cutConnections() {
        Database.queryAsApplication(
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user"
                        + " and pid <> pg_backend_pid() and application_name like 'PostgreSQL JDBC%'");
    }

    /** Without the version: a task stays that of the rule that asked for it first, where a later one asks for the same. */
    private Set<String> expected(String rules) {
        Instant latest = ((Timestamp) Told.asService("select max(event_time) from lane")
                        .getFirst()
                        .get("max"))
                .toInstant();
        ReferenceEvaluator reference = Files.reference(Files.rulebook(Files.text(Files.FACTORS), rules));
        Set<String> tasks = new TreeSet<>();
        histories.forEach((household, history) -> {
            Set<UUID> completed = completed(history);
            for (Clearance clearance : Clearance.values()) {
                reference
                        .evaluate(household, clearance, history, latest.minus(settings.lateness()))
                        .map(HouseholdState::tasks)
                        .orElse(List.of())
                        .stream()
                        .filter(RaisedTask::stands)
                        .filter(task -> !completed.contains(task.id()))
                        .forEach(task ->
                                tasks.add("%s %s %s %s".formatted(household, task.id(), task.rule(), task.team())));
            }
        });
        return tasks;
    }

    /** What somebody has completed stays as it is, whether or not it would be asked for by what came to be known. */
    static Set<UUID> completed(List<PastEvent> history) {
        return history.stream()
                .filter(event -> event.type().equals("case-management.task-completed.v1"))
                .flatMap(event -> event.idIn("taskId").stream())
                .collect(Collectors.toSet());
    }

    private Set<String> standing() {
        Set<String> tasks = new TreeSet<>();
        Set<UUID> completed = new HashSet<>();
        histories.values().forEach(history -> completed.addAll(completed(history)));
        Told.asService("select household || ' ' || task_id || ' ' || rule || ' ' || team as task"
                        + " from raised_task where withdrawn_at is null and household in (" + households() + ")")
                .forEach(row -> tasks.add((String) row.get("task")));
        tasks.removeIf(task -> completed.contains(UUID.fromString(task.split(" ", -1)[1])));
        return tasks;
    }

    /** What the outbox says of tasks, in the end. */
    private Set<String> announced() {
        Set<String> tasks = new TreeSet<>();
        Set<String> known = standing();
        Map<String, Integer> stands = new HashMap<>();
        Told.asService(
                        "select case when type like '%raised%' then '+' else '-' end || (cast(data as jsonb) ->> 'taskId')"
                                + " as told from outbox where type like '%early-help-task%' and record_key in ("
                                + households() + ")")
                .forEach(row -> {
                    String told = (String) row.get("told");
                    stands.merge(told.substring(1), told.charAt(0) == '+' ? 1 : -1, Integer::sum);
                });
        assertThat(stands.values()).describedAs("seed %d", seed).allMatch(times -> times == 0 || times == 1);
        known.stream()
                .filter(task -> stands.getOrDefault(task.split(" ", -1)[1], 0) == 1)
                .forEach(tasks::add);
        return tasks;
    }

    private String journal() {
        return "select count(*) as n from journal_event where household in (" + households() + ")";
    }

    /** Households with whom something has yet to be said for the time that has passed. */
    private String asleep() {
        return "select count(*) as n from household_state where wakes_at <= (select max(event_time) from lane)"
                + " and household in (" + households() + ")";
    }

    private String evaluatedByOthersThan(String version) {
        return "select count(*) as n from household_state where rules_version <> '" + version + "' and household in ("
                + households() + ")";
    }

    private static long count(String sql) {
        return (long) Told.asService(sql).getFirst().get("n");
    }

    private String households() {
        return histories.keySet().stream()
                .map(household -> "'" + household + "'")
                .collect(Collectors.joining(","));
    }

    /** The settings of another instance, with small batches. */
    static Streaming as(Streaming own, String instance) {
        return new Streaming() {
            @Override
            public List<String> topics() {
                return own.topics();
            }

            @Override
            public String group() {
                return own.group();
            }

            @Override
            public String instance() {
                return instance;
            }

            @Override
            public int workers() {
                return 1;
            }

            @Override
            public int batch() {
                return 50;
            }

            @Override
            public Duration gather() {
                return own.gather();
            }

            @Override
            public Duration lateness() {
                return own.lateness();
            }

            @Override
            public Duration skew() {
                return own.skew();
            }
        };
    }
}
