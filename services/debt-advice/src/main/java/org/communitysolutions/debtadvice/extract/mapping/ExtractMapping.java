package org.communitysolutions.debtadvice.extract.mapping;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import org.communitysolutions.debtadvice.extract.domain.AccountKind;
import org.communitysolutions.debtadvice.extract.domain.RecoveryStage;

/**
 * How one supplier writes its extract: what the columns are called and how their values are written.
 *
 * @param fingerprint of the mapping file's text, so that a mended mapping reads a file anew
 * @param charset UTF-8 or Windows-1252
 * @param years null where the extract has no financial year
 * @param columns what each needed column is called in the file
 * @param ignored columns that may be there and are not kept
 * @param stages the supplier's codes; empty where the extract has none
 */
public record ExtractMapping(
        String name,
        AccountKind kind,
        String fingerprint,
        Charset charset,
        char delimiter,
        DateTimeFormatter dates,
        AmountFormat amounts,
        YearFormat years,
        Map<Column, String> columns,
        Set<String> ignored,
        Map<String, RecoveryStage> stages) {

    private static final LocalDate EXAMPLE = LocalDate.of(2026, Month.APRIL, 1);

    public boolean saysItsDay() {
        return columns.containsKey(Column.AS_AT);
    }

    /** A date as the supplier writes it. */
    public String dateExample() {
        return dates.format(EXAMPLE);
    }
}
