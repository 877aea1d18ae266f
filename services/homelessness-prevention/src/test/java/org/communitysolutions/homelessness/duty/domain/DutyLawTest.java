package org.communitysolutions.homelessness.duty.domain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DutyLawTest {

    private static final LocalDate FROM = LocalDate.of(2018, 4, 3);
    private static final List<DutyLaw.Period> FIFTY_SIX_DAYS = List.of(new DutyLaw.Period(56, FROM, "s195"));

    @Test
    void givesEachDutyAPeriodAndSaysHowNearAThreatIs() {
        assertThatThrownBy(() -> new DutyLaw(Map.of(DutyKind.PREVENTION, FIFTY_SIX_DAYS), FIFTY_SIX_DAYS))
                .hasMessage("The law gives no period for the duty RELIEF");
        assertThatThrownBy(() -> new DutyLaw(
                        Map.of(DutyKind.PREVENTION, FIFTY_SIX_DAYS, DutyKind.RELIEF, FIFTY_SIX_DAYS), List.of()))
                .hasMessage("The law does not say how near a threat of homelessness is");
    }

    @Test
    void givesEachPeriodADayOrMoreAndASource() {
        assertThatThrownBy(() -> new DutyLaw.Period(0, FROM, "s195")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DutyLaw.Period(56, FROM, " ")).isInstanceOf(IllegalArgumentException.class);
    }
}
