package org.communitysolutions.intake.disclosure.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RiskAssessmentTest {

    private static final DashThreshold FOURTEEN = new DashThreshold(14, "a source");

    @Test
    void isHighFromTheThresholdOn() {
        assertThat(scored(13).isHigh(FOURTEEN)).isFalse();
        assertThat(scored(14).isHigh(FOURTEEN)).isTrue();
    }

    @Test
    void isHighByJudgementOrEscalationAlone() {
        assertThat(new RiskAssessment(Optional.empty(), Optional.of(true), false).isHigh(FOURTEEN))
                .isTrue();
        assertThat(new RiskAssessment(Optional.empty(), Optional.empty(), true).isHigh(FOURTEEN))
                .isTrue();
        assertThat(new RiskAssessment(Optional.empty(), Optional.empty(), false).isHigh(FOURTEEN))
                .isFalse();
    }

    @Property
    void aScoreNeverLowersAJudgement(
            @ForAll @IntRange(max = 24) int ticks,
            @ForAll @IntRange(min = 1, max = 24) int threshold,
            @ForAll boolean escalated) {
        RiskAssessment judged = new RiskAssessment(Optional.of(new DashScore(ticks)), Optional.of(true), escalated);

        assertThat(judged.isHigh(new DashThreshold(threshold, "a source"))).isTrue();
    }

    @Property
    void aJudgementThatRiskIsNotHighNeverLowersAScore(@ForAll @IntRange(min = 14, max = 24) int ticks) {
        assertThat(new RiskAssessment(Optional.of(new DashScore(ticks)), Optional.of(false), false).isHigh(FOURTEEN))
                .isTrue();
    }

    @Property
    void aHigherScoreNeverMeansALowerRisk(
            @ForAll @IntRange(max = 23) int ticks, @ForAll @IntRange(min = 1, max = 24) int threshold) {
        DashThreshold limit = new DashThreshold(threshold, "a source");

        assertThat(scored(ticks).isHigh(limit) && !scored(ticks + 1).isHigh(limit))
                .isFalse();
    }

    @Test
    void knowsNoScoreOutsideTheChecklist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DashScore(25));
        assertThatIllegalArgumentException().isThrownBy(() -> new DashScore(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new DashThreshold(0, "a source"));
    }

    private static RiskAssessment scored(int ticks) {
        return new RiskAssessment(Optional.of(new DashScore(ticks)), Optional.empty(), false);
    }
}
