package org.communitysolutions.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Events are pseudonymous: no name, address, contact details or free text crosses a boundary in one. Two nets: what a
 * property is called, and whether its values could be prose at all.
 */
final class PrivacyRules {

    /** Not allowed anywhere within a property's name. */
    private static final List<String> STEMS = List.of(
            "surname",
            "address",
            "street",
            "postcode",
            "phone",
            "mobile",
            "email",
            "birth",
            "gender",
            "ethnic",
            "religio",
            "nationality",
            "insurance",
            "comment",
            "freetext",
            "description",
            "message",
            "narrative",
            "remark",
            "summary",
            "sentence",
            "latitude",
            "longitude");

    /** Not allowed as a word of a property's name. */
    private static final Set<String> WORDS =
            Set.of("name", "names", "note", "notes", "text", "dob", "nino", "nhs", "sex", "title", "free", "url", "ip");

    private static final Pattern WORD_BREAK = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");

    private static final Set<String> FORMATS_WITHOUT_PROSE = Set.of("uuid", "date", "date-time");

    /** Plainly invented. */
    private static final List<String> PROSE = List.of(
            "Ann Example",
            "Example",
            "12 Sample Street, Nettlebridge",
            "NB1 2ZZ",
            "ann@community-solutions.example",
            "+44 20 7946 0000",
            "She says that he reads her post.");

    private PrivacyRules() {}

    /** What in {@code schema} could carry personal data in clear; empty when nothing could. */
    static List<String> faults(JsonNode schema) {
        List<String> faults = new ArrayList<>();
        for (SchemaPart part : SchemaPart.of(schema)) {
            if (soundsPersonal(part.property())) {
                faults.add(part.pointer() + " is named like personal data");
            }
            if (part.is("string") && takesProse(part.node())) {
                faults.add(part.pointer() + " takes free text");
            }
        }
        return faults;
    }

    private static boolean soundsPersonal(String property) {
        String lower = property.toLowerCase(Locale.ROOT);
        return STEMS.stream().anyMatch(lower::contains)
                || WORD_BREAK.splitAsStream(property).anyMatch(word -> WORDS.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static boolean takesProse(JsonNode string) {
        if (string.has("enum")
                || FORMATS_WITHOUT_PROSE.contains(string.path("format").asText())) {
            return false;
        }
        if (!string.has("pattern")) {
            return true;
        }
        // A pattern of JSON Schema is found anywhere in the text unless it is anchored.
        Pattern pattern = Pattern.compile(string.get("pattern").asText());
        return PROSE.stream().anyMatch(prose -> pattern.matcher(prose).find());
    }
}
