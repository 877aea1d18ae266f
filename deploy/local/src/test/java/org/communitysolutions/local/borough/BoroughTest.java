package org.communitysolutions.local.borough;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoroughTest {

    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 22);

    @Test
    void theSameSeedAndDayMakeTheSameBorough() {
        assertThat(new Borough(1, NOVEMBER).homes(0, 100)).containsExactlyElementsOf(homes(1, NOVEMBER, 100));
        assertThat(homes(2, NOVEMBER, 100)).isNotEqualTo(homes(1, NOVEMBER, 100));
    }

    @Test
    void aHomeStaysAsItIsWhenTheBoroughGrows() {
        assertThat(new Borough(1, NOVEMBER).homes(50, 60).toList())
                .isEqualTo(homes(1, NOVEMBER, 100).subList(50, 60));
    }

    @Test
    void mostArePaidUpAndAboutThreeInAHundredMissedTwoInstalmentsOrMore() {
        List<Home> homes = homes(1, NOVEMBER, 50_000);

        assertThat(share(homes, 0, 0)).isBetween(0.84, 0.88);
        assertThat(share(homes, 2, 12)).isBetween(0.025, 0.035);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-01", "2026-04-30", "2026-05-01", "2026-05-31", "2026-12-31", "2027-03-31"})
    void twoMissedInstalmentsFellDueWithinNinetyDaysOnWhateverDayTheBoroughStands(LocalDate day) {
        Borough borough = new Borough(1, day);

        Home behind = borough.homes(0, 10_000)
                .filter(home -> home.councilTax().missed() == 2)
                .findFirst()
                .orElseThrow();

        LocalDate earlier =
                borough.firstInstalment().plusMonths(behind.councilTax().due() - 2L);
        assertThat(earlier).isAfter(day.minusDays(90));
        assertThat(earlier.plusMonths(1)).isBeforeOrEqualTo(day);
    }

    @Test
    void theExtractOfTheStoryHasOneMalformedLineAndOneNewHome() {
        Extract extract = Extract.of500Accounts(NOVEMBER);

        List<String> lines = extract.councilTax().lines().toList();
        assertThat(lines).hasSize(501);
        assertThat(lines.get(extract.malformedLine() - 1))
                .contains(extract.malformedUprn())
                .contains(",twelve,");
        assertThat(lines.stream().filter(line -> line.contains("twelve"))).hasSize(1);
        assertThat(extract.households()).doesNotContain(extract.newUprn());
        assertThat(extract.missedTwice()).hasSizeGreaterThan(3).contains(extract.newUprn());
        assertThat(extract.behindOnce()).isNotEmpty();
    }

    private static List<Home> homes(long seed, LocalDate asAt, int count) {
        return new Borough(seed, asAt).homes(0, count).toList();
    }

    private static double share(List<Home> homes, int least, int most) {
        return homes.stream()
                        .mapToInt(home -> home.councilTax().missed())
                        .filter(missed -> missed >= least && missed <= most)
                        .count()
                / (double) homes.size();
    }
}
