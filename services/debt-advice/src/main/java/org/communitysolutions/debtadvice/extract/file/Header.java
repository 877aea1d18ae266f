package org.communitysolutions.debtadvice.extract.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.communitysolutions.debtadvice.extract.file.FileRefused.Reason;
import org.communitysolutions.debtadvice.extract.mapping.Column;
import org.communitysolutions.debtadvice.extract.mapping.ExtractMapping;

/**
 * Where each needed column stands.
 *
 * @param places counted from 0
 * @param width how many columns there are
 */
record Header(Map<Column, Integer> places, int width) {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int SHOWN = 60;

    /**
     * Finds the columns by their names.
     *
     * @throws FileRefused if one is missing, there twice or not known, or another delimiter seems to be used
     */
    static Header of(List<String> names, ExtractMapping mapping) {
        List<String> stripped = names.stream().map(String::strip).toList();
        if (stripped.size() == 1) {
            refuseOtherDelimiter(stripped.getFirst(), mapping);
        }
        List<String> wrong = new ArrayList<>();
        Set<String> unknown = new HashSet<>(stripped);
        unknown.removeAll(mapping.columns().values());
        unknown.removeAll(mapping.ignored());
        List<String> missing = mapping.columns().values().stream()
                .filter(name -> !stripped.contains(name))
                .toList();
        List<String> twice = mapping.columns().values().stream()
                .filter(name -> stripped.indexOf(name) != stripped.lastIndexOf(name))
                .toList();
        describe("missing", missing.stream(), wrong);
        describe("not known", unknown.stream().sorted(), wrong);
        describe("there twice", twice.stream(), wrong);
        if (!wrong.isEmpty()) {
            throw new FileRefused(
                    Reason.WRONG_HEADER,
                    "In the first line %s. The mapping '%s' expects %s."
                            .formatted(String.join("; ", wrong), mapping.name(), expected(mapping)));
        }
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        mapping.columns().forEach((column, name) -> places.put(column, stripped.indexOf(name)));
        return new Header(places, stripped.size());
    }

    private static void refuseOtherDelimiter(String line, ExtractMapping mapping) {
        for (char delimiter : DELIMITERS) {
            List<String> split = List.of(line.split(java.util.regex.Pattern.quote(String.valueOf(delimiter)), -1));
            long found = mapping.columns().values().stream()
                    .filter(name -> split.stream().map(Header::unquoted).anyMatch(name::equals))
                    .count();
            if (delimiter != mapping.delimiter() && found > 1) {
                throw new FileRefused(
                        Reason.WRONG_DELIMITER,
                        "The first line seems to be delimited by %s; the mapping '%s' says %s."
                                .formatted(named(delimiter), mapping.name(), named(mapping.delimiter())));
            }
        }
    }

    private static void describe(String what, Stream<String> names, List<String> wrong) {
        List<String> listed =
                names.map(name -> name.isEmpty() ? "(empty)" : shortened(name)).toList();
        if (!listed.isEmpty()) {
            wrong.add("%s: %s".formatted(what, String.join(", ", listed)));
        }
    }

    private static String expected(ExtractMapping mapping) {
        String needed = String.join(", ", mapping.columns().values());
        return mapping.ignored().isEmpty()
                ? needed
                : needed + "; it passes over "
                        + String.join(", ", mapping.ignored().stream().sorted().toList());
    }

    private static String unquoted(String name) {
        String stripped = name.strip();
        return stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"")
                ? stripped.substring(1, stripped.length() - 1)
                : stripped;
    }

    private static String shortened(String name) {
        return name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
    }

    private static String named(char delimiter) {
        return delimiter == '\t' ? "a tab" : "'" + delimiter + "'";
    }
}
