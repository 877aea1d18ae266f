package org.communitysolutions.risk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.communitysolutions.risk.disclosure.Figure.Precision;
import org.communitysolutions.risk.disclosure.SmallNumbers.Sum;
import org.junit.jupiter.api.Test;

class SmallNumbersTest {

    private static final SmallNumbers RULE = new SmallNumbers(7, 5);

    @Test
    void showsNilSuppressesOneToSevenAndRoundsTheRest() {
        assertThat(RULE.of(0).count()).contains(0L);
        assertThat(IntStream.rangeClosed(1, 7).mapToObj(RULE::of))
                .allSatisfy(figure -> assertThat(figure.precision()).isEqualTo(Precision.SUPPRESSED));
        assertThat(List.of(
                        RULE.of(8).count().orElseThrow(),
                        RULE.of(12).count().orElseThrow(),
                        RULE.of(13).count().orElseThrow()))
                .containsExactly(10L, 10L, 15L);
    }

    @Test
    void suppressesTheNextSmallestBesideTheOnlySmallOne() {
        SmallNumbers.Breakdown<String> shown = RULE.breakdown(Map.of("NB-01", 3L, "NB-02", 40L, "NB-03", 100L));

        assertThat(shown.parts().get("NB-01").precision()).isEqualTo(Precision.SUPPRESSED);
        assertThat(shown.parts().get("NB-02").precision()).isEqualTo(Precision.SUPPRESSED);
        assertThat(shown.parts().get("NB-03").count()).contains(100L);
        assertThat(shown.total().count()).contains(145L);
    }

    @Test
    void refusesSumsThatAreNoneAndRoundingToNil() {
        assertThatThrownBy(
                        () -> RULE.together(Map.of("all", 9L, "part", 8L), List.of(new Sum<>("all", List.of("part")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SmallNumbers(2, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Everything that a reader can know, the rule included, fits more than one value of each small count. */
    @Test
    void leavesEverySmallPartOfThreeOpen() {
        Map<Object, List<Set<Long>>> readings = new HashMap<>();
        for (long a = 0; a <= 24; a++) {
            for (long b = 0; b <= 24; b++) {
                for (long c = 0; c <= 24; c++) {
                    List<Long> parts = List.of(a, b, c);
                    List<Set<Long>> open = readings.computeIfAbsent(
                            RULE.breakdown(keyed(parts)),
                            none -> List.of(new HashSet<>(), new HashSet<>(), new HashSet<>()));
                    for (int i = 0; i < 3; i++) {
                        open.get(i).add(parts.get(i));
                    }
                }
            }
        }
        assertThat(readings.values()).allSatisfy(open -> assertThat(open).allSatisfy(values -> assertThat(
                        values.size() > 1 || !isSmall(values.iterator().next()))
                .isTrue()));
    }

    private static Map<Integer, Long> keyed(List<Long> parts) {
        Map<Integer, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            counts.put(i, parts.get(i));
        }
        return counts;
    }

    @Test
    void hidesMoreWhereRoundingLeavesASmallCountOneValue() {
        assertThat(RULE.breakdown(keyed(List.of(1L, 1L, 1L, 1L, 8L))).parts().values())
                .extracting(Figure::precision)
                .containsOnly(Precision.SUPPRESSED);
        leavesEverySmallCountOfATableOpen(List.of(List.of(1L, 1L), List.of(1L, 1L), List.of(9L, 9L)));
    }

    /** Known and unknown households by ward, with all totals: another table that fits what is shown has another count. */
    @Property(tries = 300)
    void leavesEverySmallCountOfATableOpen(@ForAll("tables") List<List<Long>> table) {
        Map<String, Figure> shown = RULE.together(counts(table), sums(table));
        if (counts(table).get("all") <= 7) {
            return;
        }
        for (int row = 0; row < table.size(); row++) {
            for (int column = 0; column < 2; column++) {
                if (isSmall(table.get(row).get(column))) {
                    assertThat(another(table, table, row, column, shown, 4))
                            .as("what else %s,%s of %s can be", row, column, table)
                            .isTrue();
                }
            }
        }
    }

    @Provide
    Arbitrary<List<List<Long>>> tables() {
        Arbitrary<Long> count = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0L)),
                Tuple.of(4, Arbitraries.longs().between(1, 7)),
                Tuple.of(4, Arbitraries.longs().between(8, 60)));
        return count.list().ofSize(2).list().ofMinSize(1).ofMaxSize(5);
    }

    /**
     * Looks for a table that fits what is shown where that count is another, and up to so many others differ by one or
     * two. It goes where what does not fit gets less, or stays as little.
     */
    private static boolean another(
            List<List<Long>> table,
            List<List<Long>> changed,
            int row,
            int column,
            Map<String, Figure> shown,
            int changes) {
        boolean same = changed.get(row).get(column).equals(table.get(row).get(column));
        if (!same && misfits(changed, shown) == 0) {
            return true;
        }
        if (changes == 0) {
            return false;
        }
        for (int i = 0; i < table.size() * 2; i++) {
            if (same == (i == row * 2 + column)) {
                for (long step : new long[] {-1, 1, -2, 2}) {
                    long value = changed.get(i / 2).get(i % 2) + step;
                    List<List<Long>> next = with(changed, i / 2, i % 2, value);
                    if (value >= 0
                            && misfits(next, shown) <= changes
                            && another(table, next, row, column, shown, changes - 1)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** How many figures would not be shown so; one that is suppressed is not nil. */
    private static long misfits(List<List<Long>> changed, Map<String, Figure> shown) {
        Map<String, Long> counts = counts(changed);
        return shown.entrySet().stream()
                .filter(entry -> entry.getValue().count().isPresent()
                        ? !RULE.of(counts.get(entry.getKey())).equals(entry.getValue())
                        : counts.get(entry.getKey()) == 0)
                .count();
    }

    private static List<List<Long>> with(List<List<Long>> table, int row, int column, long value) {
        List<List<Long>> changed = new ArrayList<>();
        table.forEach(cells -> changed.add(new ArrayList<>(cells)));
        changed.get(row).set(column, value);
        return changed;
    }

    private static Map<String, Long> counts(List<List<Long>> table) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int row = 0; row < table.size(); row++) {
            long known = table.get(row).get(0);
            long unknown = table.get(row).get(1);
            counts.put("known " + row, known);
            counts.put("unknown " + row, unknown);
            counts.put("ward " + row, known + unknown);
            counts.merge("known", known, Long::sum);
            counts.merge("unknown", unknown, Long::sum);
            counts.merge("all", known + unknown, Long::sum);
        }
        return counts;
    }

    private static List<Sum<String>> sums(List<List<Long>> table) {
        List<Sum<String>> sums = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            sums.add(new Sum<>("ward " + row, List.of("known " + row, "unknown " + row)));
        }
        sums.add(new Sum<>("known", every("known ", table)));
        sums.add(new Sum<>("unknown", every("unknown ", table)));
        sums.add(new Sum<>("all", every("ward ", table)));
        sums.add(new Sum<>("all", List.of("known", "unknown")));
        return sums;
    }

    private static List<String> every(String what, List<List<Long>> table) {
        return IntStream.range(0, table.size()).mapToObj(row -> what + row).toList();
    }

    private static boolean isSmall(long count) {
        return count >= 1 && count <= 7;
    }
}
