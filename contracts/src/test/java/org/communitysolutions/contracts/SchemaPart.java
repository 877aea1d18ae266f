package org.communitysolutions.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A schema or a part of one.
 *
 * @param pointer where it stands in its document, as a JSON pointer; empty for the whole
 * @param property the property it describes; empty for the whole and for the items of an array
 * @param node the schema itself
 */
record SchemaPart(String pointer, String property, JsonNode node) {

    /** The schema and every schema inside it, outermost first. */
    static List<SchemaPart> of(JsonNode schema) {
        List<SchemaPart> found = new ArrayList<>();
        collect(new SchemaPart("", "", schema), found);
        return found;
    }

    boolean is(String type) {
        return Documents.texts(node.path("type")).contains(type);
    }

    private static void collect(SchemaPart here, List<SchemaPart> found) {
        found.add(here);
        here.node
                .path("properties")
                .properties()
                .forEach(entry -> collect(
                        new SchemaPart(
                                here.pointer + "/properties/" + entry.getKey(), entry.getKey(), entry.getValue()),
                        found));
        if (here.node.has("items")) {
            collect(new SchemaPart(here.pointer + "/items", "", here.node.get("items")), found);
        }
    }
}
