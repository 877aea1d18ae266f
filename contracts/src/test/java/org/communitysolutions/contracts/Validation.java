package org.communitysolutions.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Holds data against a schema, and a schema against JSON Schema 2020-12, formats included. */
final class Validation {

    static final String DIALECT = SpecificationVersion.DRAFT_2020_12.getDialectId();

    private Validation() {}

    /** What is wrong with {@code data}; empty when it fits {@code schema}. */
    static List<String> faults(JsonNode schema, JsonNode data) {
        return faults(registry().getSchema(schema), data);
    }

    /** What is wrong with {@code schema} itself; empty when it is a schema of JSON Schema 2020-12. */
    static List<String> faultsOfSchema(JsonNode schema) {
        return faults(registry().getSchema(SchemaLocation.of(DIALECT)), schema);
    }

    private static List<String> faults(Schema schema, JsonNode data) {
        return schema
                .validate(data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    // A registry remembers schemas by $id, and tests change schemas under the same $id.
    private static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    }
}
