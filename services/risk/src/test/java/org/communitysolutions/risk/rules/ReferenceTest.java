package org.communitysolutions.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.communitysolutions.risk.rules.loading.Files;
import org.junit.jupiter.api.Test;

/** Holds the quick evaluation against the plain one, over histories of all events that there are. */
class ReferenceTest {

    private static final Evaluator QUICK = Files.evaluator();
    private static final Evaluator OF_ALL_FORMS = Files.evaluator("forms.yaml");

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void evaluatesTheLiveEditionAsTheDefinitionsSay(
            @ForAll @LongRange(max = Long.MAX_VALUE) long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
        evaluatesAlike(QUICK, new Random(seed), size);
    }

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void evaluatesAllFormsOfConditionsAsTheDefinitionsSay(
            @ForAll @LongRange(max = Long.MAX_VALUE) long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        evaluatesAlike(OF_ALL_FORMS, new Random(seed), size);
    }

    private static void evaluatesAlike(Evaluator evaluator, Random random, int size) {
        Histories histories = new Histories(random, List.of(6, 60, 500).get(random.nextInt(3)));
        List<PastEvent> history = histories.some(size, evaluator.book().relevantTypes());
        Instant horizon = histories.instant();
        for (Clearance clearance : Clearance.values()) {
            evaluator
                    .evaluate(Happened.HOUSEHOLD, clearance, history, horizon)
                    .ifPresent(state -> history.addAll(
                            random.nextBoolean()
                                    ? histories.workOn(state.tasks())
                                    : histories.challengesOf(state.tasks())));
        }
        assertAlike(evaluator, random, history, horizon);
    }

    /** A day too many or too few in a period shows where events are just so far apart. */
    @Property(tries = 600, shrinking = ShrinkingMode.OFF)
    void countsToTheLastDayOfAPeriodAsTheDefinitionsSay(@ForAll @LongRange(max = Long.MAX_VALUE) long seed) {
        Random random = new Random(seed);
        Evaluator evaluator = random.nextBoolean() ? QUICK : OF_ALL_FORMS;
        List<EventTally> tallies = tallies(evaluator);
        Histories histories = new Histories(random, 500);
        List<PastEvent> history = histories.some(4, evaluator.book().relevantTypes());
        history.addAll(histories.atTheEdgesOf(tallies.get(random.nextInt(tallies.size())), 1 + random.nextInt(4)));
        assertAlike(evaluator, random, history, histories.instant().plus(Duration.ofDays(365)));
    }

    private static List<EventTally> tallies(Evaluator evaluator) {
        return evaluator.book().rules().stream()
                .flatMap(rule -> rule.when().stream())
                .flatMap(named -> tallies(named.condition()))
                .toList();
    }

    private static Stream<EventTally> tallies(Condition condition) {
        return condition instanceof EventTally tally
                ? Stream.of(tally)
                : condition.parts().stream().flatMap(ReferenceTest::tallies);
    }

    /** However the events arrive, and some of them twice. */
    private static void assertAlike(Evaluator evaluator, Random random, List<PastEvent> history, Instant horizon) {
        List<PastEvent> arrived = new ArrayList<>(history);
        history.stream().filter(event -> random.nextInt(4) == 0).forEach(arrived::add);
        Collections.shuffle(arrived, random);
        ReferenceEvaluator reference = Files.reference(evaluator);
        for (Clearance clearance : Clearance.values()) {
            Optional<HouseholdState> quick = evaluator.evaluate(Happened.HOUSEHOLD, clearance, arrived, horizon);
            Optional<HouseholdState> plain = reference.evaluate(Happened.HOUSEHOLD, clearance, history, horizon);

            assertThat(quick.map(HouseholdState::tasks)).isEqualTo(plain.map(HouseholdState::tasks));
            assertThat(quick.flatMap(HouseholdState::nextChange)).isEqualTo(plain.flatMap(HouseholdState::nextChange));
            assertThat(quick).isEqualTo(plain);
        }
    }

    @Property(tries = 600, shrinking = ShrinkingMode.OFF)
    void evaluatesJointHistoriesAsTheDefinitionsSay(
            @ForAll @LongRange(max = Long.MAX_VALUE) long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        Random random = new Random(seed);
        Evaluator evaluator = random.nextBoolean() ? QUICK : OF_ALL_FORMS;
        Histories histories = new Histories(random, List.of(6, 60, 500).get(random.nextInt(3)));
        UUID merged = new UUID(7, 7);
        List<PastEvent> own = worked(evaluator, histories, Happened.HOUSEHOLD, size);
        List<PastEvent> others = worked(evaluator, histories, merged, size);
        Instant learnt = histories.instant();
        Map<UUID, Joined.From> from = new HashMap<>();
        others.forEach(event -> from.put(event.id(), new Joined.From(merged, learnt)));
        Joined joined = new Joined(from, List.of(merged));
        List<PastEvent> all = new ArrayList<>(own);
        all.addAll(others);
        Collections.shuffle(all, random);
        Instant horizon = histories.instant();

        for (Clearance clearance : Clearance.values()) {
            assertThat(evaluator.evaluate(Happened.HOUSEHOLD, clearance, all, joined, horizon))
                    .isEqualTo(
                            Files.reference(evaluator).evaluate(Happened.HOUSEHOLD, clearance, all, joined, horizon));
        }
    }

    private static List<PastEvent> worked(Evaluator evaluator, Histories histories, UUID household, int size) {
        List<PastEvent> history = histories.some(size, evaluator.book().relevantTypes());
        for (Clearance clearance : Clearance.values()) {
            evaluator
                    .evaluate(household, clearance, history, histories.instant())
                    .ifPresent(state -> history.addAll(histories.workOn(state.tasks())));
        }
        return history;
    }

    @Test
    void bringsEachRuleToAskByTheseHistories() {
        assertThat(asked(QUICK)).containsAll(ids(QUICK));
        assertThat(asked(OF_ALL_FORMS)).containsAll(ids(OF_ALL_FORMS));
    }

    private static List<String> ids(Evaluator evaluator) {
        return evaluator.book().rules().stream().map(Rule::id).toList();
    }

    private static Set<String> asked(Evaluator evaluator) {
        Set<String> asked = new HashSet<>();
        for (int seed = 0; seed < 3000; seed++) {
            Histories histories = new Histories(new Random(seed), seed % 2 == 0 ? 60 : 500);
            List<PastEvent> history = histories.some(60, evaluator.book().relevantTypes());
            for (Clearance clearance : Clearance.values()) {
                evaluator
                        .evaluate(Happened.HOUSEHOLD, clearance, history, histories.instant())
                        .ifPresent(state -> state.tasks().forEach(task -> asked.add(task.rule())));
            }
        }
        return asked;
    }
}
