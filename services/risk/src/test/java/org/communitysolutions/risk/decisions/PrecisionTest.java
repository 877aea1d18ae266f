package org.communitysolutions.risk.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.communitysolutions.risk.decisions.ShownDecisions.Withheld;
import org.communitysolutions.risk.disclosure.Figure;
import org.communitysolutions.risk.disclosure.SmallNumbers;
import org.communitysolutions.risk.tasks.Outcome;
import org.junit.jupiter.api.Test;

class PrecisionTest {

    private static final SmallNumbers GUARD = new SmallNumbers(7, 5);

    private static final PrecisionMeasure MEASURE = new PrecisionMeasure(
            LocalDate.of(2026, 1, 1),
            Set.of(Outcome.HELPED, Outcome.DECLINED, Outcome.ALREADY_KNOWN),
            Set.of(Outcome.WRONG),
            10,
            "a test");

    @Test
    void isTheShareOfHouseholdsThatHadTheNeedAmongThoseThatWereReached() {
        TaskTally decisions = ended(Map.of(
                Outcome.HELPED, 20,
                Outcome.DECLINED, 8,
                Outcome.ALREADY_KNOWN, 2,
                Outcome.WRONG, 10,
                Outcome.CANNOT_REACH, 50));

        ShownDecisions shown = ShownDecisions.exact(decisions, MEASURE);

        assertThat(shown.precision()).contains(new BigDecimal("0.75"));
        assertThat(shown.restsOn()).isEqualTo(Figure.exact(40));
    }

    @Test
    void isNotToldWhileItRestsOnTooFew() {
        ShownDecisions shown = ShownDecisions.exact(ended(Map.of(Outcome.HELPED, 8, Outcome.WRONG, 1)), MEASURE);

        assertThat(shown.precision()).isEmpty();
        assertThat(shown.withheld()).contains(Withheld.TOO_FEW);
    }

    @Test
    void tellsNoSmallNumberToThoseWhoMayNotSeeWhomItCounts() {
        ShownDecisions shown =
                ShownDecisions.guarded(ended(Map.of(Outcome.HELPED, 60, Outcome.WRONG, 3)), MEASURE, GUARD);

        assertThat(shown.ended().get(Outcome.WRONG).count()).isEmpty();
        assertThat(shown.precision()).isEmpty();
        assertThat(shown.withheld()).contains(Withheld.SMALL_NUMBERS);
    }

    @Test
    void isWorkedOutFromRoundedFiguresForThem() {
        ShownDecisions shown =
                ShownDecisions.guarded(ended(Map.of(Outcome.HELPED, 61, Outcome.WRONG, 19)), MEASURE, GUARD);

        assertThat(shown.precision()).contains(new BigDecimal("0.75"));
        assertThat(shown.restsOn().count()).contains(80L);
    }

    @Test
    void refusesAMeasureThatContradictsItself() {
        assertThatThrownBy(() -> new PrecisionMeasure(
                        LocalDate.EPOCH, Set.of(Outcome.HELPED), Set.of(Outcome.HELPED), 10, "a test"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TaskTally ended(Map<Outcome, Integer> ended) {
        int all = ended.values().stream().mapToInt(Integer::intValue).sum();
        return new TaskTally(all, 0, 0, ended);
    }
}
