package org.communitysolutions.debtadvice.extract.mapping;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** How amounts are written: pounds, a point and two digits of pence. */
public enum AmountFormat {
    PLAIN("1234.56", "-?[0-9]{1,12}\\.[0-9]{2}"),
    GROUPED("1,234.56", "-?([0-9]{1,3}(,[0-9]{3}){0,3}|[0-9]{1,12})\\.[0-9]{2}");

    private final String example;
    private final Pattern form;

    AmountFormat(String example, String form) {
        this.example = example;
        this.form = Pattern.compile(form);
    }

    /** An amount in this format; a mapping names the format by it. */
    public String example() {
        return example;
    }

    static Optional<AmountFormat> of(String example) {
        return Arrays.stream(values())
                .filter(format -> format.example.equals(example))
                .findFirst();
    }

    /** The amount in pence; empty if the text is not one. */
    public OptionalLong pence(String text) {
        if (!form.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        long pence = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit >= '0' && digit <= '9') {
                pence = pence * 10 + (digit - '0');
            }
        }
        return OptionalLong.of(text.charAt(0) == '-' ? -pence : pence);
    }
}
