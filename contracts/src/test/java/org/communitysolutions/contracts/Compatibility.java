package org.communitysolutions.contracts;

import static org.communitysolutions.contracts.Documents.fields;
import static org.communitysolutions.contracts.Documents.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says what a change to a published schema would break. A schema is read in two directions: events already in journals
 * are read with tomorrow's schema, and tomorrow's events by consumers that know today's. So nothing may be narrowed and
 * nothing widened; only an optional property or a code of an open list may be added.
 */
final class Compatibility {

    /** Words for people, and the dialect, which {@link SchemaRules} fixes. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("title", "description", "$schema");

    /** Lists that may grow: a consumer was told to expect codes it does not know. */
    private static final Set<String> OPEN_LISTS = Set.of("x-extensible-enum", "x-restricted-values");

    private static final Set<String> CLOSED_LISTS = Set.of("type", "enum");
    private static final Set<String> LOWER_BOUNDS = Set.of("minimum", "minLength", "minItems");
    private static final Set<String> UPPER_BOUNDS = Set.of("maximum", "maxLength", "maxItems");

    private static final String NARROWER = ": events in journals may not fit";
    private static final String WIDER = ": consumers may meet what they were never told of";

    private final List<String> breaks = new ArrayList<>();

    private Compatibility() {}

    /** What of {@code released} is broken by {@code current}, both by file; empty when nothing is. */
    static List<String> breaks(Map<String, JsonNode> released, Map<String, JsonNode> current) {
        List<String> all = new ArrayList<>();
        released.forEach((file, schema) -> {
            if (current.containsKey(file)) {
                breaks(schema, current.get(file)).forEach(broken -> all.add(file + " " + broken));
            } else {
                all.add(file + " is gone: journals hold its events");
            }
        });
        return all;
    }

    /** What of the schema {@code released} is broken by {@code current}; empty when nothing is. */
    static List<String> breaks(JsonNode released, JsonNode current) {
        Compatibility compatibility = new Compatibility();
        compatibility.schema("", released, current);
        return compatibility.breaks;
    }

    private void schema(String at, JsonNode released, JsonNode current) {
        Set<String> keywords = new TreeSet<>(fields(released));
        keywords.addAll(fields(current));
        keywords.removeAll(WITHOUT_EFFECT);
        for (String keyword : keywords) {
            keyword(at, keyword, released.path(keyword), current.path(keyword));
        }
        required(at, released, current);
    }

    private void keyword(String at, String keyword, JsonNode released, JsonNode current) {
        if (keyword.equals("properties")) {
            properties(at, released, current);
        } else if (keyword.equals("items") && released.isObject() && current.isObject()) {
            schema(at + "/items", released, current);
        } else if (OPEN_LISTS.contains(keyword)) {
            lost(at, keyword, released, current);
        } else if (CLOSED_LISTS.contains(keyword) && !released.isMissingNode() && !current.isMissingNode()) {
            lost(at, keyword, released, current);
            without(texts(current), texts(released))
                    .forEach(value -> breaks.add(at + " " + keyword + " gains " + value + WIDER));
        } else if (LOWER_BOUNDS.contains(keyword)) {
            bound(at, keyword, released, current, -1);
        } else if (UPPER_BOUNDS.contains(keyword)) {
            bound(at, keyword, released, current, 1);
        } else if (!keyword.equals("required") && !released.equals(current)) {
            breaks.add(at + " " + keyword + " changed from " + said(released) + " to " + said(current));
        }
    }

    private void properties(String at, JsonNode released, JsonNode current) {
        released.properties().forEach(property -> {
            String name = property.getKey();
            if (current.has(name)) {
                schema(at + "/properties/" + name, property.getValue(), current.get(name));
            } else {
                breaks.add(at + "/properties/" + name + " is gone: consumers read it");
            }
        });
    }

    private void required(String at, JsonNode released, JsonNode current) {
        Set<String> before = texts(released.path("required"));
        Set<String> after = texts(current.path("required"));
        without(before, after).forEach(name -> breaks.add(at + " requires " + name + " no longer" + WIDER));
        without(after, before).forEach(name -> breaks.add(at + " now requires " + name + NARROWER));
    }

    private void lost(String at, String keyword, JsonNode released, JsonNode current) {
        without(texts(released), texts(current))
                .forEach(value -> breaks.add(at + " " + keyword + " loses " + value + NARROWER));
    }

    /** @param outwards the sign of a change of the bound that lets more in: 1 for an upper bound, -1 for a lower */
    private void bound(String at, String keyword, JsonNode released, JsonNode current, int outwards) {
        int change;
        if (released.isMissingNode() || current.isMissingNode()) {
            change = released.isMissingNode() ? -1 : 1;
        } else {
            change = outwards * current.decimalValue().compareTo(released.decimalValue());
        }
        if (change != 0) {
            breaks.add(at + " " + keyword + " goes from " + said(released) + " to " + said(current)
                    + (change > 0 ? WIDER : NARROWER));
        }
    }

    private static String said(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
