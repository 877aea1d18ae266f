package org.communitysolutions.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.communitysolutions.risk.rules.loading.Files;

/** The same events amount to the same, in whatever order and however often they arrive. */
class ArrivalOrderTest {

    private static final Evaluator EVALUATOR = Files.evaluator();
    private static final Set<String> DAYS = EVALUATOR.book().rules().stream()
            .filter(rule -> rule.episode() instanceof Episode.Days)
            .map(Rule::id)
            .collect(Collectors.toSet());

    @Property(tries = 300)
    void neitherOrderNorRepetitionOfArrivalChangesAnything(
            @ForAll("histories") List<PastEvent> history, @ForAll Random random) {
        List<PastEvent> arrived = new ArrayList<>(history);
        history.stream().filter(event -> random.nextInt(3) == 0).forEach(arrived::add);
        Collections.shuffle(arrived, random);

        for (Clearance clearance : Clearance.values()) {
            assertThat(EVALUATOR.evaluate(Happened.HOUSEHOLD, clearance, arrived, Instant.EPOCH))
                    .isEqualTo(EVALUATOR.evaluate(Happened.HOUSEHOLD, clearance, history, Instant.EPOCH));
        }
    }

    @Property(tries = 300)
    void noRuleWithAnEpisodeOfDaysHasTwoTasksOpenForAHousehold(@ForAll("histories") List<PastEvent> history) {
        EVALUATOR
                .evaluate(Happened.HOUSEHOLD, Clearance.STANDARD, history, Instant.EPOCH)
                .ifPresent(state -> assertThat(state.tasks().stream()
                                .filter(RaisedTask::stands)
                                .map(RaisedTask::rule)
                                .filter(DAYS::contains))
                        .doesNotHaveDuplicates());
    }

    @Provide
    Arbitrary<List<PastEvent>> histories() {
        Arbitrary<String> days = Arbitraries.integers()
                .between(0, 400)
                .map(day -> LocalDate.of(2026, 1, 1).plusDays(day).toString());
        Arbitrary<Function<String, PastEvent>> kinds = Arbitraries.of(
                day -> Happened.missed(day, LocalDate.parse(day).getMonthValue()),
                day -> Happened.rentArrears(day, 50000, 40000),
                day -> Happened.rentArrears(day, 30000, 40000),
                Happened::jobLost,
                day -> Happened.need(day, "mental-health"),
                day -> Happened.needResolved(day, "mental-health"),
                day -> Happened.need(day, "low-pay"),
                day -> Happened.registered(day, "private-rent"),
                day -> Happened.debtCase(day, "opened"),
                day -> Happened.debtCase(day, "closed"),
                day -> Happened.disclosed(day, "disclosure-1", day.hashCode() % 2 == 0));
        return days.flatMap(day -> kinds.map(kind -> kind.apply(day))).list().ofMaxSize(25);
    }
}
