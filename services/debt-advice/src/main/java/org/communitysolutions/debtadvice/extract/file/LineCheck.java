package org.communitysolutions.debtadvice.extract.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.communitysolutions.debtadvice.extract.domain.CouncilTaxReading;
import org.communitysolutions.debtadvice.extract.domain.FinancialYear;
import org.communitysolutions.debtadvice.extract.domain.Reading;
import org.communitysolutions.debtadvice.extract.domain.RecoveryStage;
import org.communitysolutions.debtadvice.extract.domain.Refusal;
import org.communitysolutions.debtadvice.extract.domain.RentReading;
import org.communitysolutions.debtadvice.extract.mapping.Column;
import org.communitysolutions.debtadvice.extract.mapping.ExtractMapping;

/** Reads the fields of a line, each as its type, and says which one is wrong and what was expected. */
final class LineCheck {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 /._-]{0,39}");
    private static final Pattern UPRN = Pattern.compile("[0-9]{1,12}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,2}");
    private static final int YEARS_BACK = 10;

    private final ExtractMapping mapping;
    private final Header header;
    private final Bounds bounds;
    private final Optional<LocalDate> asAt;

    /**
     * Checks lines under that header.
     *
     * @param asAt the day of the extract where no column says it
     */
    LineCheck(ExtractMapping mapping, Header header, Bounds bounds, Optional<LocalDate> asAt) {
        this.mapping = mapping;
        this.header = header;
        this.bounds = bounds;
        this.asAt = asAt;
    }

    CheckedLine check(int number, List<String> fields) {
        if (fields.size() != header.width()) {
            return new CheckedLine.Bad(
                    number,
                    null,
                    Refusal.ofLine(
                            "wrong-number-of-fields",
                            "The line has %d fields, the header %d.".formatted(fields.size(), header.width())));
        }
        String reference = null;
        try {
            reference = matching(
                    fields, Column.ACCOUNT_REFERENCE, REFERENCE, "1 to 40 letters, digits, spaces and / . _ -");
            return new CheckedLine.Good(number, reading(reference, fields));
        } catch (Wrong wrong) {
            return new CheckedLine.Bad(number, reference, wrong.refusal);
        }
    }

    private Reading reading(String reference, List<String> fields) throws Wrong {
        String uprn = matching(fields, Column.UPRN, UPRN, "1 to 12 digits");
        LocalDate day = mapping.saysItsDay() ? date(fields, Column.AS_AT) : asAt.orElseThrow();
        if (day.isAfter(bounds.today()) || day.isBefore(bounds.today().minusYears(YEARS_BACK))) {
            throw wrong(
                    Column.AS_AT,
                    "absurd-date",
                    "must be within the last %d years and not in the future".formatted(YEARS_BACK));
        }
        long balance = amount(fields, Column.BALANCE, bounds.leastBalancePence(), bounds.mostBalancePence());
        return switch (mapping.kind()) {
            case COUNCIL_TAX -> councilTax(reference, uprn, day, balance, fields);
            case RENT -> {
                long rent = amount(fields, Column.WEEKLY_RENT, 0, bounds.mostWeeklyRentPence());
                yield new RentReading(reference, uprn, day, balance, rent);
            }
        };
    }

    private CouncilTaxReading councilTax(
            String reference, String uprn, LocalDate day, long balance, List<String> fields) throws Wrong {
        FinancialYear year = mapping.years()
                .year(text(fields, Column.FINANCIAL_YEAR))
                .orElseThrow(() -> wrong(
                        Column.FINANCIAL_YEAR,
                        "not-a-financial-year",
                        "must be a financial year such as " + mapping.years().example()));
        long instalment = amount(fields, Column.INSTALMENT_AMOUNT, 0, bounds.mostInstalmentPence());
        LocalDate firstDue = date(fields, Column.FIRST_DUE_DATE);
        if (!year.has(firstDue)) {
            throw wrong(Column.FIRST_DUE_DATE, "outside-the-year", "must lie within the line's financial year");
        }
        int due = count(fields, Column.INSTALMENTS_DUE);
        int paid = count(fields, Column.INSTALMENTS_PAID);
        if (paid > due) {
            throw wrong(Column.INSTALMENTS_PAID, "more-paid-than-due", "must not be more than the instalments due");
        }
        if (paid < due && instalment == 0) {
            throw wrong(
                    Column.INSTALMENT_AMOUNT, "nothing-to-miss", "must be above 0.00 when an instalment is not paid");
        }
        String code = text(fields, Column.RECOVERY_STAGE);
        RecoveryStage stage = mapping.stages().get(code);
        if (stage == null) {
            throw wrong(Column.RECOVERY_STAGE, "unknown-stage", "must be one of " + stages());
        }
        CouncilTaxReading reading =
                new CouncilTaxReading(reference, uprn, day, balance, year, instalment, firstDue, due, paid, stage);
        if (due > 0 && reading.dueOn(due).isAfter(day.plusMonths(1))) {
            throw wrong(
                    Column.INSTALMENTS_DUE,
                    "due-ahead-of-date",
                    "counts an instalment that falls due more than a month after the day of the extract");
        }
        return reading;
    }

    private String text(List<String> fields, Column column) {
        return fields.get(header.places().get(column)).strip();
    }

    private String matching(List<String> fields, Column column, Pattern form, String expected) throws Wrong {
        String text = text(fields, column);
        if (!form.matcher(text).matches()) {
            throw wrong(column, "not-" + column.code(), "must be " + expected);
        }
        return text;
    }

    private LocalDate date(List<String> fields, Column column) throws Wrong {
        try {
            return LocalDate.parse(text(fields, column), mapping.dates());
        } catch (DateTimeException e) {
            throw wrong(column, "not-a-date", "must be a date that exists, written as " + mapping.dateExample());
        }
    }

    private long amount(List<String> fields, Column column, long least, long most) throws Wrong {
        OptionalLong pence = mapping.amounts().pence(text(fields, column));
        if (pence.isEmpty()) {
            throw wrong(
                    column,
                    "not-an-amount",
                    "must be pounds and pence, written as " + mapping.amounts().example());
        }
        if (pence.getAsLong() < least || pence.getAsLong() > most) {
            throw wrong(
                    column,
                    pence.getAsLong() < 0 && least >= 0 ? "negative-amount" : "absurd-amount",
                    "must be from %s to %s pounds".formatted(pounds(least), pounds(most)));
        }
        return pence.getAsLong();
    }

    private int count(List<String> fields, Column column) throws Wrong {
        String text = text(fields, column);
        if (COUNT.matcher(text).matches() && Integer.parseInt(text) <= CouncilTaxReading.MOST_INSTALMENTS) {
            return Integer.parseInt(text);
        }
        throw wrong(column, "not-a-count", "must be a whole number from 0 to " + CouncilTaxReading.MOST_INSTALMENTS);
    }

    private String stages() {
        return String.join(
                ", ",
                mapping.stages().keySet().stream()
                        .map(code -> code.isEmpty() ? "(empty)" : code)
                        .sorted()
                        .toList());
    }

    private Wrong wrong(Column column, String code, String expected) {
        String name = mapping.columns().getOrDefault(column, "asAt");
        return new Wrong(new Refusal(name, code, "%s %s.".formatted(name, expected)));
    }

    private static String pounds(long pence) {
        return "%d.%02d".formatted(pence / 100, Math.abs(pence % 100));
    }

    /** Ends the reading of a line at its first wrong field. */
    private static final class Wrong extends Exception {

        private final transient Refusal refusal;

        Wrong(Refusal refusal) {
            super(null, null, false, false);
            this.refusal = refusal;
        }
    }
}
