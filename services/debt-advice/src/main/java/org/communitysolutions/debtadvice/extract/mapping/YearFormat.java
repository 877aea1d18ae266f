package org.communitysolutions.debtadvice.extract.mapping;

import java.util.Arrays;
import java.util.Optional;
import org.communitysolutions.debtadvice.extract.domain.FinancialYear;

/** How financial years are written. */
public enum YearFormat {
    HYPHEN("2026-27", "%1$d-%2$02d"),
    SLASH("2026/27", "%1$d/%2$02d"),
    BOTH_WHOLE("2026/2027", "%1$d/%3$d"),
    FIRST("2026", "%1$d");

    private final String example;
    private final String form;

    YearFormat(String example, String form) {
        this.example = example;
        this.form = form;
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
        return start >= 2000 && start <= 2099 && written(start).equals(text)
                ? Optional.of(new FinancialYear(start))
                : Optional.empty();
    }

    private String written(int start) {
        return form.formatted(start, (start + 1) % 100, start + 1);
    }
}
