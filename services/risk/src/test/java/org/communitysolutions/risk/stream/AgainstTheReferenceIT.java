package org.communitysolutions.risk.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.risk.editions.Written;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Histories;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.RaisedTask;
import org.communitysolutions.risk.rules.ReferenceEvaluator;
import org.communitysolutions.risk.rules.loading.Files;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Random streams through Kafka and the real service, out of order, some events twice, while connections are cut, lanes
 * change hands, a former owner wakes late and rules are switched; and what the plain reference makes of the same events by
 * the rules that are live in the end.
 */
@ServiceIT
class AgainstTheReferenceIT extends DisturbedStreams {

    private static final int HOUSEHOLDS = 80;
    private static final int EVENTS_EACH = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @AfterEach
    void goBackToTheEditionOfTheRelease() {
        Written.goLive(Written.RELEASED).then().statusCode(200);
    }

    @Test
    void asksForTheSameTasksWhateverBecomesOfTheStream() throws JsonProcessingException, SQLException {
        makeUp();
        String last = Written.version();
        String rules = Written.changed(
                "job-lost-arrears-rising",
                "within-days: 180",
                "within-days: 90",
                Written.without("council-tax-missed-twice", Written.rules(last)));

        LatePredecessor predecessor = sendAndDisturb(shuffled());
        await().atMost(PATIENCE).until(() -> inTheJournal() >= sent());
        // Every worker has its lanes in memory, where households have to follow although nothing is read anew.
        Written.putLive(last, rules);
        await().atMost(PATIENCE).until(() -> evaluatedByOthersThan(last) == 0);
        await().atMost(PATIENCE).until(() -> asleep() == 0);
        Map<TopicPartition, Long> read = LatePredecessor.positions();
        predecessor.wakeLate();

        assertThat(LatePredecessor.positions()).describedAs("seed %d", seed).allSatisfy((partition, next) -> assertThat(
                        next)
                .isGreaterThanOrEqualTo(read.getOrDefault(partition, 0L)));
        assertThat(inTheJournal()).describedAs("seed %d", seed).isEqualTo(sent());
        assertThat(standing()).describedAs("seed %d", seed).isEqualTo(expected(rules));
        assertThat(announced()).describedAs("seed %d", seed).isEqualTo(standing());
    }

    private void makeUp() {
        for (int i = 0; i < HOUSEHOLDS; i++) {
            UUID household = UUID.randomUUID();
            Histories made = new Histories(random, List.of(6, 60, 500).get(random.nextInt(3)));
            List<PastEvent> history = made.some(EVENTS_EACH, OF_FILES.book().relevantTypes());
            for (Clearance clearance : Clearance.values()) {
                OF_FILES.evaluate(household, clearance, history, made.instant())
                        .ifPresent(state -> history.addAll(made.workOn(state.tasks())));
            }
            histories.put(household, history);
        }
    }

    /** Gives back who had the lanes when a second instance came. */
    private LatePredecessor sendAndDisturb(List<Send> sends) throws JsonProcessingException {
        String fewer = Written.version();
        EventStream second = another("second");
        LatePredecessor predecessor = null;
        for (int i = 0; i < sends.size(); i++) {
            send(sends.get(i));
            if (i == sends.size() / 5) {
                await().atMost(PATIENCE).until(() -> inTheJournal() > 0);
                predecessor = new LatePredecessor(database, transactions);
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
        return predecessor;
    }

    private Set<String> expected(String rules) {
        ReferenceEvaluator reference = Files.reference(Files.rulebook(Files.text(Files.FACTORS), rules));
        Instant horizon = horizon();
        Set<UUID> completed = completed();
        Set<String> tasks = new TreeSet<>();
        histories.forEach((household, history) -> {
            for (Clearance clearance : Clearance.values()) {
                reference.evaluate(household, clearance, history, horizon).map(HouseholdState::tasks).stream()
                        .flatMap(List::stream)
                        .filter(RaisedTask::stands)
                        .filter(task -> !completed.contains(task.id()))
                        .forEach(task -> tasks.add(named(household, task)));
            }
        });
        return tasks;
    }

    private long evaluatedByOthersThan(String version) {
        return count("household_state where rules_version <> '" + version + "'");
    }
}
