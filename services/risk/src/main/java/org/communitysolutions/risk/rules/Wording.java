package org.communitysolutions.risk.rules;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the gaps of a sentence with figures as people read them. */
public final class Wording {

    private static final Pattern GAP = Pattern.compile("\\{([^{}]*)}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Wording() {}

    /** The names of the gaps in a sentence. */
    public static List<String> gaps(String sentence) {
        return GAP.matcher(sentence).results().map(gap -> gap.group(1)).toList();
    }

    static String fill(String sentence, Map<String, String> figures) {
        return GAP.matcher(sentence)
                .replaceAll(gap -> Matcher.quoteReplacement(figures.getOrDefault(gap.group(1), "")));
    }

    static String of(String says, HeldFactor held, ZoneId zone) {
        return says.isEmpty()
                ? says
                : fill(
                        says,
                        Map.of(
                                "level",
                                held.level().isPresent() ? pounds(held.level().getAsLong()) : "an unknown amount",
                                "since",
                                DAY.format(LocalDate.ofInstant(held.since(), zone))));
    }

    static String of(String says, List<PastEvent> events, Optional<String> dated, ZoneId zone) {
        return says.isEmpty()
                ? says
                : fill(
                        says,
                        Map.of(
                                "count",
                                Integer.toString(events.size()),
                                "dates",
                                join(events.stream()
                                        .map(event -> event.date(dated, zone))
                                        .sorted()
                                        .map(DAY::format)
                                        .toList())));
    }

    /** "a", "a and b", "a, b and c"; empty parts are left out. */
    static String join(List<String> parts) {
        List<String> said = parts.stream().filter(part -> !part.isEmpty()).toList();
        return said.size() < 2
                ? String.join("", said)
                : String.join(", ", said.subList(0, said.size() - 1)) + " and " + said.getLast();
    }

    private static String pounds(long pence) {
        return String.format(Locale.UK, "£%,d.%02d", pence / 100, pence % 100);
    }
}
