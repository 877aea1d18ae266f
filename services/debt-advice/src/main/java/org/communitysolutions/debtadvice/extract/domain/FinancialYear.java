package org.communitysolutions.debtadvice.extract.domain;

import java.time.LocalDate;
import java.time.Month;

/**
 * The year of a council-tax bill, 1 April to 31 March (Local Government Finance Act 1992, s. 69(1)).
 *
 * @param startsIn the calendar year of its first day, 2000 to 2099
 */
public record FinancialYear(int startsIn) implements Comparable<FinancialYear> {

    public FinancialYear {
        if (startsIn < 2000 || startsIn > 2099) {
            throw new IllegalArgumentException("A financial year starts in 2000 to 2099");
        }
    }

    /** Reads {@code 2026-27}, as {@link #toString} writes it. */
    public static FinancialYear of(String text) {
        FinancialYear year = new FinancialYear(Integer.parseInt(text.substring(0, 4)));
        if (!year.toString().equals(text)) {
            throw new IllegalArgumentException("Not a financial year: " + text);
        }
        return year;
    }

    public boolean has(LocalDate day) {
        return !day.isBefore(LocalDate.of(startsIn, Month.APRIL, 1))
                && day.isBefore(LocalDate.of(startsIn + 1, Month.APRIL, 1));
    }

    @Override
    public int compareTo(FinancialYear other) {
        return Integer.compare(startsIn, other.startsIn);
    }

    @Override
    public String toString() {
        int ends = (startsIn + 1) % 100;
        return startsIn + (ends < 10 ? "-0" : "-") + ends;
    }
}
