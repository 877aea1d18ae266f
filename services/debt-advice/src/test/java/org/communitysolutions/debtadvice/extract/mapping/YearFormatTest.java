package org.communitysolutions.debtadvice.extract.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.communitysolutions.debtadvice.extract.domain.FinancialYear;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class YearFormatTest {

    @ParameterizedTest
    @EnumSource(YearFormat.class)
    void readsItsOwnExample(YearFormat format) {
        assertThat(format.year(format.example())).contains(new FinancialYear(2026));
    }

    @ParameterizedTest
    @CsvSource({
        "HYPHEN,2008-09,2008",
        "HYPHEN,2099-00,2099",
        "SLASH,2009/10,2009",
        "BOTH_WHOLE,2099/2100,2099",
        "FIRST,2000,2000"
    })
    void readsYearsAtTheTurnOfADecadeAndOfTheCentury(YearFormat format, String text, int startsIn) {
        assertThat(format.year(text)).contains(new FinancialYear(startsIn));
    }

    @ParameterizedTest
    @CsvSource({
        "HYPHEN,2026-28",
        "HYPHEN,2026/27",
        "HYPHEN,1999-00",
        "HYPHEN,x026-27",
        "SLASH,2026/7 ",
        "BOTH_WHOLE,2026/2028",
        "FIRST,2100"
    })
    void readsNothingElse(YearFormat format, String text) {
        assertThat(format.year(text)).isEmpty();
    }
}
