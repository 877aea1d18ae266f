package org.communitysolutions.risk.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.communitysolutions.risk.disclosure.Figure;
import org.communitysolutions.risk.disclosure.SmallNumbers;
import org.communitysolutions.risk.links.HouseholdLink;
import org.communitysolutions.risk.links.HouseholdLinks;
import org.communitysolutions.risk.links.JointHistory;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.Happened;
import org.communitysolutions.risk.rules.Histories;
import org.communitysolutions.risk.rules.Outcome;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.Rule;
import org.communitysolutions.risk.rules.loading.Files;
import org.junit.jupiter.api.Test;

/** Holds what a trial counts against a plain recount, over small boroughs made up at random. */
class TrialTest {

    private static final Evaluator LIVE = Files.evaluator();
    private static final Evaluator CANDIDATE = Files.candidate();

    private static final LocalDate FROM = LocalDate.of(2025, 3, 5);
    private static final LocalDate TO = LocalDate.of(2026, 2, 14);
    private static final Instant HORIZON = Instant.parse("2026-02-13T11:00:00Z");
    private static final Period PERIOD = new Period(FROM, TO);
    private static final int HOUSEHOLDS = 150;

    private final Map<UUID, List<PastEvent>> borough = new TreeMap<>();
    private final Map<UUID, UUID> into = new HashMap<>();
    private final Map<UUID, Instant> since = new HashMap<>();

    @Test
    void countsWhatAPlainRecountCounts() {
        invent(new Random(1));
        for (boolean restricted : new boolean[] {false, true}) {
            BacktestResult<Long> expected = recount(CANDIDATE, restricted);

            BacktestResult<Long> counted = count(CANDIDATE, restricted);

            assertThat(counted).isEqualTo(expected);
            assertSaysSomething(counted);
        }
    }

    /** So that the test above is not one that compares nil with nil. */
    private static void assertSaysSomething(BacktestResult<Long> counted) {
        assertThat(counted.all().known()).isPositive();
        assertThat(counted.all().unknown()).isPositive();
        assertThat(counted.overlap().tasks().candidateOnly()).isPositive();
        assertThat(counted.overlap().tasks().liveOnly()).isPositive();
        assertThat(counted.overlap().tasks().both()).isPositive();
        assertThat(counted.teams().stream()
                        .mapToLong(BacktestResult.TeamLoad::withdrawn)
                        .sum())
                .isPositive();
        for (BacktestResult.MetOutcome<Long> outcome : counted.all().outcomes()) {
            assertThat(outcome.counts().warned()).as(outcome.outcome()).isPositive();
            assertThat(outcome.counts().missed()).as(outcome.outcome()).isPositive();
            assertThat(outcome.counts().warnedAsRecorded())
                    .as(outcome.outcome())
                    .isPositive();
        }
        assertThat(counted.all().anyOutcome().warnedAsRecorded())
                .isLessThan(counted.all().anyOutcome().warned());
    }

    @Test
    void findsTheLiveRulesToBeAllTheSameAsThemselves() {
        invent(new Random(9));

        BacktestResult<Long> counted = count(LIVE, false);

        assertThat(counted.overlap().tasks().both())
                .isPositive()
                .isEqualTo(counted.all().tasks());
        assertThat(counted.overlap().households().candidateOnly()).isZero();
        assertThat(counted.all().anyOutcome().warned())
                .isEqualTo(counted.all().anyOutcome().warnedByLive());
    }

    @Test
    void judgesRecordsThatAreOneHouseholdAsOne() {
        invent(new Random(5));
        mergeSome(new Random(6));
        for (boolean restricted : new boolean[] {false, true}) {
            BacktestResult<Long> expected = recount(CANDIDATE, restricted);

            BacktestResult<Long> counted = count(CANDIDATE, restricted);

            assertThat(counted).isEqualTo(expected);
            assertThat(counted.all().households()).isLessThanOrEqualTo(HOUSEHOLDS - into.size());
            assertSaysSomething(counted);
        }
    }

    @Test
    void countsAWarningForAHouseholdOfTwoRecordsOnceAndAsHindsightUntilTheyWereMerged() {
        UUID one = Happened.HOUSEHOLD;
        UUID other = UUID.randomUUID();
        borough.put(
                one,
                List.of(
                        Happened.registered("2025-04-01", "private-rent"),
                        Happened.missed("2025-06-01", 3),
                        liabilityOrder("2025-09-20")));
        borough.put(
                other, List.of(Happened.registered("2025-04-01", "private-rent"), Happened.missed("2025-07-01", 4)));
        assertThat(count(CANDIDATE, false).all().anyOutcome().warned()).isZero();

        merge(other, one, Instant.parse("2025-10-01T10:00:00Z"));
        BacktestResult<Long> counted = count(CANDIDATE, false);

        assertThat(counted.all().households()).isEqualTo(1);
        assertThat(counted.all().reached()).isEqualTo(1);
        assertThat(counted.all().anyOutcome())
                .isEqualTo(new BacktestResult.OutcomeCounts<>(
                        1L, 1L, 0L, 0L, 1L, Optional.of(new BacktestResult.Quartiles(80, 80, 80))));
    }

    private static PastEvent liabilityOrder(String day) {
        return Happened.on(
                day, "debt-advice.council-tax-stage-reached.v1", "accountId", "account-1", "stage", "liability-order");
    }

    @Test
    void tellsHowManyDaysOfWarningThereWere() {
        UUID household = Happened.HOUSEHOLD;
        borough.put(
                household,
                List.of(
                        Happened.registered("2025-04-01", "private-rent"),
                        Happened.missed("2025-06-01", 3),
                        Happened.missed("2025-07-01", 4),
                        liabilityOrder("2025-09-20")));

        BacktestResult<Long> counted = count(CANDIDATE, false);

        // The second is missed on 2 July: 29 more days of July, 31 of August and 20 of September.
        assertThat(counted.all().outcomes().get(1).counts())
                .isEqualTo(new BacktestResult.OutcomeCounts<>(
                        1L, 1L, 0L, 1L, 1L, Optional.of(new BacktestResult.Quartiles(80, 80, 80))));
    }

    @Test
    void showsNoSmallNumbersNorWhatTheyCouldBeHadFrom() {
        invent(new Random(3));
        BacktestResult<Long> exact = count(CANDIDATE, false);

        BacktestResult<Figure> shown = ShownResult.of(exact, new SmallNumbers(7, 5));

        List<Long> counts = figures(exact);
        List<Figure> figures = figures(shown);
        assertThat(figures)
                .hasSameSizeAs(counts)
                .anyMatch(figure -> figure.precision() == Figure.Precision.SUPPRESSED)
                .anyMatch(figure -> figure.precision() == Figure.Precision.ROUNDED);
        for (int i = 0; i < counts.size(); i++) {
            long count = counts.get(i);
            Figure figure = figures.get(i);
            if (count > 0 && count <= 7) {
                assertThat(figure.precision()).isEqualTo(Figure.Precision.SUPPRESSED);
            }
            figure.count().ifPresent(seen -> assertThat(seen % 5).isZero());
        }
        for (BacktestResult.InWard<Figure> ward : shown.byWard()) {
            ward.counts().outcomes().forEach(outcome -> {
                if (outcome.counts().warned().precision() == Figure.Precision.SUPPRESSED) {
                    assertThat(outcome.counts().daysOfWarning()).isEmpty();
                }
            });
        }
        assertThat(shown.byWard().stream()
                        .filter(ward -> ward.counts().reached().precision() == Figure.Precision.SUPPRESSED)
                        .count())
                .isNotEqualTo(1);
    }

    private static <N> List<N> figures(BacktestResult<N> result) {
        List<N> all = new ArrayList<>();
        result.map(figure -> {
            all.add(figure);
            return figure;
        });
        return all;
    }

    private void invent(Random random) {
        borough.clear();
        Set<String> types = new HashSet<>(LIVE.book().relevantTypes());
        types.addAll(Set.of("homelessness-prevention.duty-accepted.v1", "intake.contact-triaged.v1"));
        for (int household = 0; household < HOUSEHOLDS; household++) {
            Histories histories = new Histories(random, 500);
            List<PastEvent> history = new ArrayList<>(histories.some(30, types));
            UUID id = new UUID(random.nextLong(), random.nextLong());
            for (Clearance clearance : Clearance.values()) {
                LIVE.evaluate(id, clearance, List.copyOf(history), histories.instant())
                        .ifPresent(state -> history.addAll(histories.workOn(state.tasks())));
            }
            history.replaceAll(event -> random.nextInt(3) == 0 ? writtenDownLate(event, random) : event);
            Collections.shuffle(history, random);
            borough.put(id, history);
        }
    }

    /** Every fifth record, into any other that is not merged into it. */
    private void mergeSome(Random random) {
        List<UUID> records = new ArrayList<>(borough.keySet());
        for (int i = 0; i < records.size(); i += 5) {
            UUID other = records.get(random.nextInt(records.size()));
            if (!surviving(other).equals(records.get(i))) {
                merge(records.get(i), other, PERIOD.start().plusSeconds(random.nextInt(500) * 86_400L));
            }
        }
    }

    private void merge(UUID record, UUID other, Instant at) {
        into.put(record, other);
        since.put(record, at);
    }

    private UUID surviving(UUID record) {
        return into.containsKey(record) ? surviving(into.get(record)) : record;
    }

    /** When the last was decided of what makes it part of the one that goes on. */
    private Instant decided(UUID record) {
        Instant further = into.containsKey(into.get(record)) ? decided(into.get(record)) : Instant.MIN;
        return further.isAfter(since.get(record)) ? further : since.get(record);
    }

    private HouseholdLinks links() {
        return HouseholdLinks.of(into.entrySet().stream()
                .map(merge -> new HouseholdLink(
                        UUID.randomUUID(), merge.getKey(), merge.getValue(), true, since.get(merge.getKey())))
                .toList());
    }

    private static PastEvent writtenDownLate(PastEvent event, Random random) {
        Object[] values = new Object[event.kind().fields().size()];
        for (int place = 0; place < values.length; place++) {
            values[place] = event.value(place);
        }
        long recorded =
                event.occurredAt().plusSeconds(random.nextInt(300) * 86_400L).toEpochMilli();
        UUID id = new UUID(recorded << 16 | 0x7000 | random.nextInt(4096), Long.MIN_VALUE | random.nextLong());
        return new PastEvent(id, event.kind(), event.occurredAt(), event.restricted(), values);
    }

    private BacktestResult<Long> count(Evaluator candidate, boolean restricted) {
        List<Outcome> outcomes = Files.outcomes().all();
        Trial trial = new Trial(
                candidate,
                LIVE,
                new Trial.Judgement(
                        Files.vocabulary(),
                        PERIOD,
                        HORIZON,
                        outcomes,
                        Files.outcomes().knownBy()));
        Findings all = new Findings();
        HouseholdLinks links = links();
        borough.forEach((id, history) -> {
            // Each by itself, as parts are added up.
            Findings one = new Findings();
            if (links.mergedBy(id).isEmpty()) {
                trial.on(
                                id,
                                ofKind(history, false),
                                restricted ? ofKind(history, true) : List.of(),
                                others(links, id, restricted))
                        .ifPresent(one::add);
            }
            all.add(one);
        });
        return all.result(
                PERIOD,
                outcomes.stream().map(Outcome::code).toList(),
                capacity(restricted),
                rules(candidate, restricted));
    }

    private JointHistory others(HouseholdLinks links, UUID household, boolean restricted) {
        Map<UUID, List<PastEvent>> merged = new HashMap<>();
        links.mergedInto(household)
                .forEach(other ->
                        merged.put(other, restricted ? borough.get(other) : ofKind(borough.get(other), false)));
        return JointHistory.of(links, household, merged);
    }

    private BacktestResult<Long> recount(Evaluator candidate, boolean restricted) {
        PlainRecount recount =
                new PlainRecount(Files.reference(candidate), Files.reference(LIVE), FROM, TO, HORIZON, restricted);
        borough.forEach((household, history) -> {
            if (!into.containsKey(household)) {
                Map<UUID, PlainRecount.Other> others = new HashMap<>();
                into.keySet().stream()
                        .filter(record -> surviving(record).equals(household))
                        .forEach(record ->
                                others.put(record, new PlainRecount.Other(borough.get(record), decided(record))));
                recount.add(household, history, others);
            }
        });
        return recount.result(capacity(restricted), rules(candidate, restricted));
    }

    private static List<PastEvent> ofKind(List<PastEvent> history, boolean restricted) {
        return history.stream()
                .filter(event -> event.restricted() == restricted)
                .toList();
    }

    private static Map<String, Integer> capacity(boolean restricted) {
        return Files.vocabulary().teams().stream()
                .filter(team ->
                        restricted || !Files.vocabulary().restrictedTeams().contains(team))
                .collect(Collectors.toMap(team -> team, team -> 10));
    }

    private static List<Rule> rules(Evaluator candidate, boolean restricted) {
        return candidate.book().rules().stream()
                .filter(rule -> restricted || rule.clearance() == Clearance.STANDARD)
                .toList();
    }
}
