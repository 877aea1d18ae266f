package org.communitysolutions.risk.rules;

import java.time.LocalDate;
import java.util.List;

/** Puts figures as people read them. */
final class Wording {

    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };

    private Wording() {}

    /** "1 September 2026". */
    static String day(LocalDate day) {
        return day.getDayOfMonth() + " " + MONTHS[day.getMonthValue() - 1] + " " + day.getYear();
    }

    /** The level of a factor in pounds. */
    static String amount(FactorThread held) {
        return held.hasLevel() ? pounds(held.level()) : "an unknown amount";
    }

    /** What a field adds up to: pounds where the field is of pence. */
    static String amount(EventField field, long sum) {
        return field.name().endsWith("Pence") ? pounds(sum) : Long.toString(sum);
    }

    /** "a", "a and b", "a, b and c"; empty parts are left out. */
    static String join(List<String> parts) {
        List<String> said = parts.stream().filter(part -> !part.isEmpty()).toList();
        return said.size() < 2
                ? String.join("", said)
                : String.join(", ", said.subList(0, said.size() - 1)) + " and " + said.getLast();
    }

    /** "£1,234.50". */
    static String pounds(long pence) {
        StringBuilder text = new StringBuilder(Long.toString(Math.abs(pence / 100)));
        for (int place = text.length() - 3; place > 0; place -= 3) {
            text.insert(place, ',');
        }
        long rest = Math.abs(pence % 100);
        return (pence < 0 ? "-£" : "£") + text + (rest < 10 ? ".0" : ".") + rest;
    }
}
