package org.communitysolutions.risk.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitysolutions.risk.Told;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Histories;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.rules.Joined;
import org.communitysolutions.risk.rules.KnownEvent;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.RaisedTask;
import org.communitysolutions.risk.rules.ReferenceEvaluator;
import org.communitysolutions.risk.rules.loading.Files;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

/**
 * Random streams with merges and reversals, out of order, some events twice, while connections are cut and lanes change
 * hands; and what the plain reference makes of the joint histories.
 */
@ServiceIT
class MergesIT extends DisturbedStreams {

    private static final Set<String> TELLS_FACTS = Set.of(
            "intake.household-registered.v1",
            "intake.household-details-changed.v1",
            "intake.person-joined-household.v1",
            "intake.person-left-household.v1");
    private static final int HOUSEHOLDS = 40;
    private static final int EVENTS_EACH = 30;
    private static final int STEPS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Map<UUID, UUID> pointers = new HashMap<>();
    private final Map<UUID, Instant> since = new HashMap<>();

    @Test
    void joinsAndPartsHistoriesWhateverBecomesOfTheStream() throws JsonProcessingException {
        makeUp();
        List<Send> sends = shuffled();
        EventStream second = another("merges");

        for (int i = 0; i < sends.size(); i++) {
            send(sends.get(i));
            if (i == sends.size() / 5) {
                second.start(null);
            } else if (i == sends.size() * 3 / 5) {
                second.stop(null);
            }
            if (i % (sends.size() / 4) == 0) {
                cutConnections();
            }
        }

        await().atMost(PATIENCE).until(() -> inTheJournal() >= sent());
        await().atMost(PATIENCE).until(() -> asleep() == 0);
        assertThat(inTheJournal()).describedAs("seed %d", seed).isEqualTo(sent());
        assertThat(standing()).describedAs("seed %d", seed).isEqualTo(expectedTasks());
        assertThat(announced()).describedAs("seed %d", seed).isEqualTo(standing());
        assertThat(scores()).describedAs("seed %d", seed).isEqualTo(expectedScores());
    }

    private void makeUp() {
        Histories made = new Histories(random, 500);
        Stream.generate(UUID::randomUUID).limit(HOUSEHOLDS).forEach(household -> {
            List<PastEvent> history = made.some(EVENTS_EACH, OF_FILES.book().relevantTypes());
            histories.put(household, history);
            work(made, household, history, Joined.NOTHING);
        });
        mergeAndPart(made);
        surviving().forEach(household -> work(made, household, joint(household), joined(household)));
    }

    private void work(Histories made, UUID household, List<PastEvent> history, Joined joined) {
        List<PastEvent> work = new ArrayList<>();
        for (Clearance clearance : Clearance.values()) {
            OF_FILES.evaluate(household, clearance, history, joined, made.instant())
                    .ifPresent(state -> work.addAll(made.workOn(state.tasks())));
        }
        histories.get(household).addAll(work);
    }

    /** What people decide at the registry, one thing after another: only what is on its own is merged, or merged into. */
    private void mergeAndPart(Histories made) {
        TreeSet<Instant> times = new TreeSet<>();
        while (times.size() < STEPS) {
            times.add(made.instant().plusSeconds(times.size()));
        }
        List<Map.Entry<UUID, List<UUID>>> standing = new ArrayList<>();
        for (Instant at : times) {
            List<UUID> open = new ArrayList<>(histories.keySet());
            open.removeAll(pointers.keySet());
            Collections.shuffle(open, random);
            if (!standing.isEmpty() && (random.nextInt(3) == 0 || open.size() < 4)) {
                Map.Entry<UUID, List<UUID>> merge = standing.remove(random.nextInt(standing.size()));
                merge.getValue().forEach(pointers::remove);
                tell("intake.households-unmerged.v1", at, merge);
            } else {
                Map.Entry<UUID, List<UUID>> merge =
                        Map.entry(open.get(0), List.copyOf(open.subList(1, 2 + random.nextInt(2))));
                merge.getValue().forEach(merged -> {
                    pointers.put(merged, merge.getKey());
                    since.put(merged, at);
                });
                standing.add(merge);
                tell("intake.households-merged.v1", at, merge);
            }
        }
    }

    private void tell(String type, Instant at, Map.Entry<UUID, List<UUID>> merge) {
        KnownEvent kind = Files.vocabulary().event(type).orElseThrow();
        Object[] values = new Object[kind.fields().size()];
        values[kind.place("into")] = merge.getKey().toString();
        values[kind.place("merged")] =
                merge.getValue().stream().map(UUID::toString).toList();
        Stream.concat(Stream.of(merge.getKey()), merge.getValue().stream())
                .forEach(household ->
                        histories.get(household).add(new PastEvent(UUID.randomUUID(), kind, at, false, values)));
    }

    private List<UUID> surviving() {
        return histories.keySet().stream()
                .filter(household -> !pointers.containsKey(household))
                .toList();
    }

    /** Whether the way from one leads to the other, by any number of merges that stand. */
    private boolean leads(UUID from, UUID to) {
        UUID next = pointers.get(from);
        return next != null && (next.equals(to) || leads(next, to));
    }

    private Instant decided(UUID from, UUID to) {
        UUID next = pointers.get(from);
        Instant own = since.get(from);
        return next.equals(to) || own.isAfter(decided(next, to)) ? own : decided(next, to);
    }

    private List<UUID> mergedInto(UUID household) {
        return pointers.keySet().stream()
                .filter(other -> leads(other, household))
                .toList();
    }

    private List<PastEvent> joint(UUID household) {
        List<PastEvent> joint = new ArrayList<>(histories.get(household));
        mergedInto(household).forEach(merged -> histories.get(merged).stream()
                .filter(event -> !TELLS_FACTS.contains(event.type()))
                .forEach(joint::add));
        return joint;
    }

    private Joined joined(UUID household) {
        Map<UUID, Joined.From> from = new HashMap<>();
        mergedInto(household).forEach(merged -> histories
                .get(merged)
                .forEach(event -> from.put(event.id(), new Joined.From(merged, decided(merged, household)))));
        return new Joined(from, mergedInto(household));
    }

    private Set<String> expectedTasks() {
        ReferenceEvaluator reference = Files.reference(OF_FILES);
        Instant horizon = horizon();
        Set<UUID> completed = completed();
        Set<String> tasks = new TreeSet<>();
        for (UUID household : histories.keySet()) {
            boolean merged = pointers.containsKey(household);
            List<PastEvent> history = joint(household);
            Joined joined = joined(household);
            for (Clearance clearance : Clearance.values()) {
                reference.evaluate(household, clearance, history, joined, horizon).map(HouseholdState::tasks).stream()
                        .flatMap(List::stream)
                        .filter(RaisedTask::stands)
                        .filter(task -> !merged || isClaimed(task.id(), history))
                        .filter(task -> !completed.contains(task.id()))
                        .forEach(task -> tasks.add(named(household, task)));
            }
        }
        return tasks;
    }

    private static boolean isClaimed(UUID task, List<PastEvent> history) {
        return history.stream()
                .anyMatch(event -> event.type().equals("case-management.task-claimed.v1")
                        && event.idIn("taskId").filter(task::equals).isPresent());
    }

    /** While a score is contested the row keeps what was announced, and that depends on what had come by then. */
    private Map<String, String> expectedScores() {
        Map<String, String> kept = scores();
        ReferenceEvaluator reference = Files.reference(OF_FILES);
        Instant horizon = horizon();
        Map<String, String> scores = new TreeMap<>();
        kept.keySet().forEach(row -> {
            UUID household = UUID.fromString(row.split(" ", -1)[0]);
            Clearance clearance = row.endsWith("true") ? Clearance.RESTRICTED : Clearance.STANDARD;
            scores.put(
                    row,
                    pointers.containsKey(household)
                            ? "0 {}"
                            : reference
                                    .evaluate(household, clearance, joint(household), joined(household), horizon)
                                    .map(state -> state.scoreContested()
                                            ? kept.get(row)
                                            : state.score() + (state.factors().isEmpty() ? " {}" : ""))
                                    .orElseThrow());
        });
        return scores;
    }

    private Map<String, String> scores() {
        return Told.asService(
                        "select household || ' ' || restricted || '|' || score || case when factors = '{}' then ' {}'"
                                + " else '' end as row from household_state where household in (" + households() + ")")
                .stream()
                .map(row -> ((String) row.get("row")).split("\\|", -1))
                .collect(Collectors.toMap(row -> row[0], row -> row[1], (one, other) -> one, TreeMap::new));
    }
}
