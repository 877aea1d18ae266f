package org.communitysolutions.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What is published of one event in one version.
 *
 * @param service the service that publishes it, by the name of its folder
 * @param event the event's name without its version
 * @param version the version, 1 or more
 * @param schema the JSON Schema of its data object
 * @param examples its examples by file name
 */
record EventContract(String service, String event, int version, JsonNode schema, Map<String, JsonNode> examples) {

    static final String ROOT = "https://community-solutions.example/contracts/";

    /** The event with its version, as files and messages are named. */
    String name() {
        return event + ".v" + version;
    }

    /** The value of {@code ce_type}. */
    String type() {
        return "org.communitysolutions." + service + "." + name();
    }

    /** The schema's file, from the folder {@code contracts}. */
    String schemaFile() {
        return service + "/events/" + name() + ".schema.json";
    }

    /** The schema's {@code $id} and the value of {@code ce_dataschema}. */
    String schemaId() {
        return ROOT + schemaFile();
    }

    /** Standard, restricted or as-marked. */
    String sensitivity() {
        return schema.path("x-sensitivity").asText();
    }

    @Override
    public String toString() {
        return service + "/" + name();
    }
}
