package org.communitysolutions.debtadvice.extract.mapping;

import java.util.Arrays;
import java.util.Optional;
import org.communitysolutions.debtadvice.extract.domain.FinancialYear;

/** How financial years are written. */
public enum YearFormat {
    HYPHEN("2026-27"),
    SLASH("2026/27"),
    BOTH_WHOLE("2026/2027"),
    FIRST("2026");

    private final String example;

    YearFormat(String example) {
        this.example = example;
    }

    /** The year 2026-27 in this format; a mapping names the format by it. */
    public String example() {
        return example;
    }

    static Optional<YearFormat> of(String example) {
        return Arrays.stream(values())
                .filter(format -> format.example.equals(example))
                .findFirst();
    }

    /** The year; empty if the text is not one, from 2000 to 2099, in this format. */
    public Optional<FinancialYear> year(String text) {
        if (text.length() != example.length()) {
            return Optional.empty();
        }
        int start = 0;
        for (int i = 0; i < 4; i++) {
            start = start * 10 + Character.digit(text.charAt(i), 10);
        }
        if (start < 2000 || start > 2099) {
            return Optional.empty();
        }
        FinancialYear year = new FinancialYear(start);
        return written(year).equals(text) ? Optional.of(year) : Optional.empty();
    }

    private String written(FinancialYear year) {
        return switch (this) {
            case HYPHEN -> year.toString();
            case SLASH -> year.toString().replace('-', '/');
            case BOTH_WHOLE -> year.startsIn() + "/" + (year.startsIn() + 1);
            case FIRST -> Integer.toString(year.startsIn());
        };
    }
}
