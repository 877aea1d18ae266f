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

    /** Known and unknown households by ward, with all totals: another table that is shown as the same has another count. */
    @Property(tries = 300)
    void leavesEverySmallCountOfATableOpen(@ForAll("tables") List<List<Long>> table) {
        Map<String, Figure> shown = shown(table);
        for (int row = 0; row < table.size(); row++) {
            for (int column = 0; column < 2; column++) {
                if (isSmall(table.get(row).get(column))) {
                    assertThat(another(table, row, column, shown))
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
     * Looks for such a table where households have changed places with those of another ward, or where beside that count
     * up to two more differ by up to two.
     */
    private static boolean another(List<List<Long>> table, int row, int column, Map<String, Figure> shown) {
        for (int other = 0; other < table.size(); other++) {
            for (long step : new long[] {-1, 1}) {
                if (other != row
                        && shown(exchanged(table, row, other, column, step)).equals(shown)) {
                    return true;
                }
            }
        }
        for (long value = 1; value <= 7; value++) {
            if (value != table.get(row).get(column)) {
                List<List<Long>> changed = with(table, row, column, value);
                if (shown(changed).equals(shown) || another(changed, row, column, shown, 2)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** All totals stay as they are. */
    private static List<List<Long>> exchanged(List<List<Long>> table, int row, int other, int column, long step) {
        List<List<Long>> changed = table;
        for (int i = 0; i < 4; i++) {
            int at = i < 2 ? row : other;
            long by = (i < 2 ? step : -step) * (i % 2 == 0 ? 1 : -1);
            int in = i % 2 == 0 ? column : 1 - column;
            changed = with(changed, at, in, changed.get(at).get(in) + by);
        }
        return changed.stream().flatMap(List::stream).anyMatch(count -> count < 0) ? table.subList(0, 0) : changed;
    }

    private static boolean another(
            List<List<Long>> table, int row, int column, Map<String, Figure> shown, int changes) {
        for (int i = 0; i < table.size() * 2; i++) {
            if (i != row * 2 + column) {
                for (long step : new long[] {-1, 1, -2, 2}) {
                    long value = table.get(i / 2).get(i % 2) + step;
                    List<List<Long>> changed = value < 0 ? table : with(table, i / 2, i % 2, value);
                    if (shown(changed).equals(shown)
                            || (changes > 1 && another(changed, row, column, shown, changes - 1))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<List<Long>> with(List<List<Long>> table, int row, int column, long value) {
        List<List<Long>> changed = new ArrayList<>();
        table.forEach(cells -> changed.add(new ArrayList<>(cells)));
        changed.get(row).set(column, value);
        return changed;
    }

    private static Map<String, Figure> shown(List<List<Long>> table) {
        Map<String, Long> counts = new LinkedHashMap<>();
        List<Sum<String>> sums = new ArrayList<>();
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> wards = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            counts.put("known " + row, table.get(row).get(0));
            counts.put("unknown " + row, table.get(row).get(1));
            counts.put("ward " + row, table.get(row).get(0) + table.get(row).get(1));
            sums.add(new Sum<>("ward " + row, List.of("known " + row, "unknown " + row)));
            known.add("known " + row);
            unknown.add("unknown " + row);
            wards.add("ward " + row);
        }
        counts.put("known", known.stream().mapToLong(counts::get).sum());
        counts.put("unknown", unknown.stream().mapToLong(counts::get).sum());
        counts.put("all", counts.get("known") + counts.get("unknown"));
        sums.add(new Sum<>("known", known));
        sums.add(new Sum<>("unknown", unknown));
        sums.add(new Sum<>("all", wards));
        sums.add(new Sum<>("all", List.of("known", "unknown")));
        return RULE.together(counts, sums);
    }

    private static boolean isSmall(long count) {
        return count >= 1 && count <= 7;
    }
}
