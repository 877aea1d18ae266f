package org.communitysolutions.contracts;

import static org.communitysolutions.contracts.Documents.fields;
import static org.communitysolutions.contracts.Documents.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the schema of every event must be; {@code contracts/README.md} says why. */
final class SchemaRules {

    /**
     * The keywords a schema may use. Each means the same in JSON Schema draft 7, which AsyncAPI tools speak, and in
     * 2020-12; a new one needs a thought about {@link Compatibility} first.
     */
    private static final Set<String> KEYWORDS = Set.of(
            "$schema",
            "$id",
            "title",
            "description",
            "x-sensitivity",
            "x-extensible-enum",
            "x-restricted-values",
            "type",
            "format",
            "pattern",
            "enum",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "minItems",
            "maxItems",
            "uniqueItems",
            "items",
            "additionalProperties",
            "required",
            "properties");

    /** Events about a volunteer, who is no member of a household in this. */
    private static final Set<String> ABOUT_NO_HOUSEHOLD =
            Set.of("volunteer-registered", "volunteer-cleared", "hours-logged");

    /** Events that happen before anyone may know which household they are about. */
    private static final Set<String> HOUSEHOLD_MAY_BE_UNKNOWN =
            Set.of("contact-received", "contact-triaged", "referral-received");

    private SchemaRules() {}

    /** What is wrong with the schema of {@code event}; empty when nothing is. */
    static List<String> faults(EventContract event) {
        List<String> faults = new ArrayList<>(Validation.faultsOfSchema(event.schema()));
        JsonNode schema = event.schema();
        expect(faults, schema.path("$schema").asText().equals(Validation.DIALECT), "", "$schema is not 2020-12");
        expect(faults, schema.path("$id").asText().equals(event.schemaId()), "", "$id is not " + event.schemaId());
        expect(faults, !schema.path("title").asText().isBlank(), "", "has no title");
        expect(
                faults,
                Set.of("standard", "restricted", "as-marked").contains(event.sensitivity()),
                "",
                "x-sensitivity is not standard, restricted or as-marked");
        household(event, faults);
        SchemaPart.of(schema).forEach(part -> partFaults(event, part, faults));
        return faults;
    }

    private static void household(EventContract event, List<String> faults) {
        JsonNode household = event.schema().path("properties").path("householdId");
        if (ABOUT_NO_HOUSEHOLD.contains(event.event())) {
            expect(faults, household.isMissingNode(), "", "is about no household and has householdId");
            return;
        }
        boolean mayBeUnknown = HOUSEHOLD_MAY_BE_UNKNOWN.contains(event.event());
        Set<String> types = mayBeUnknown ? Set.of("null", "string") : Set.of("string");
        expect(faults, texts(household.path("type")).equals(types), "", "householdId is not of type " + types);
        expect(
                faults,
                texts(event.schema().path("required")).contains("householdId") != mayBeUnknown,
                "",
                "householdId is required, unless the household may be unknown");
    }

    private static void partFaults(EventContract event, SchemaPart part, List<String> faults) {
        JsonNode node = part.node();
        String at = part.pointer();
        fields(node).stream()
                .filter(keyword -> !KEYWORDS.contains(keyword))
                .forEach(keyword -> faults.add(at + " uses " + keyword + ", which no rule here understands"));
        expect(faults, node.path("description").asText().length() >= 10, at, "is not described");
        expect(faults, node.has("type"), at, "has no type");
        expect(
                faults,
                !part.is("null") || part.property().equals("householdId"),
                at,
                "may be null: what is unknown is left out");
        if (part.is("object")) {
            objectFaults(part, faults);
        }
        if (part.is("integer") || part.is("number")) {
            expect(faults, node.has("enum") || (node.has("minimum") && node.has("maximum")), at, "has no range");
        }
        if (part.is("array")) {
            expect(faults, node.has("maxItems") && node.has("items"), at, "has no maxItems or no items");
        }
        namedTypes(part, faults);
        codes(event, part, faults);
    }

    private static void objectFaults(SchemaPart part, List<String> faults) {
        JsonNode node = part.node();
        JsonNode closed = node.path("additionalProperties");
        expect(faults, closed.isBoolean() && !closed.asBoolean(), part.pointer(), "is not closed");
        expect(faults, node.has("required"), part.pointer(), "does not list what is required");
        texts(node.path("required")).stream()
                .filter(name -> !node.path("properties").has(name))
                .forEach(name -> faults.add(part.pointer() + " requires " + name + ", which it does not define"));
    }

    private static void namedTypes(SchemaPart part, List<String> faults) {
        String name = part.property();
        String format = part.node().path("format").asText();
        expect(faults, !name.endsWith("Id") || format.equals("uuid"), part.pointer(), "is an id and no uuid");
        expect(faults, !name.endsWith("Pence") || part.is("integer"), part.pointer(), "is pence and no integer");
        expect(
                faults,
                !(name.endsWith("Date") || name.endsWith("On")) || format.equals("date"),
                part.pointer(),
                "is a day and no date");
    }

    private static void codes(EventContract event, SchemaPart part, List<String> faults) {
        Set<String> known = texts(part.node().path("x-extensible-enum"));
        String pattern = part.node().path("pattern").asText();
        known.stream()
                .filter(code -> !code.matches(pattern))
                .forEach(code -> faults.add(part.pointer() + " knows " + code + ", which its pattern refuses"));
        Set<String> restricted = texts(part.node().path("x-restricted-values"));
        expect(faults, known.containsAll(restricted), part.pointer(), "restricts a value that it does not know");
        expect(
                faults,
                restricted.isEmpty() || !event.sensitivity().equals("standard"),
                part.pointer(),
                "has restricted values, and the event has no restricted topic");
    }

    private static void expect(List<String> faults, boolean holds, String pointer, String fault) {
        if (!holds) {
            faults.add(pointer.isEmpty() ? fault : pointer + " " + fault);
        }
    }
}
