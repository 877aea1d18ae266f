package org.communitysolutions.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.communitysolutions.shared.messaging.Consumes;
import org.communitysolutions.shared.messaging.EventType;
import org.communitysolutions.shared.messaging.Publishes;
import org.communitysolutions.shared.messaging.WireFormat;

/** Holds a service's event records against the contracts, on both sides. */
public final class EventContracts {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper WIRE = new WireFormat().mapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private EventContracts() {}

    /**
     * The AsyncAPI document lists exactly the events that the service has a record for; each record takes the contract's
     * example whole and writes it back as the schema wants it; each record that it consumes is filled by the example.
     *
     * @throws AssertionError that names each event that does not fit
     */
    public static void check(String service, String servicePackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(servicePackage);
        List<String> wrong = new ArrayList<>();
        Set<String> published = new TreeSet<>();
        for (Class<?> type : marked(classes, Publishes.class)) {
            String event = type.getAnnotation(Publishes.class).value();
            published.add(event);
            examples(service, event).forEach(example -> checkPublished(service, event, type, example, wrong));
        }
        Set<String> listed = listed(service);
        if (!listed.equals(published)) {
            wrong.add("contracts/%s/asyncapi.yaml lists %s, the service publishes %s"
                    .formatted(service, listed, published));
        }
        for (Class<?> type : marked(classes, Consumes.class)) {
            checkConsumed(EventType.of(type.getAnnotation(Consumes.class).value()), type, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("\n", wrong));
        }
    }

    /** What the schema of that event says of the data; empty when it fits. */
    public static List<String> violations(String type, String data) {
        EventType named = EventType.of(type);
        return schema(named.service(), named.event())
                .validate(
                        data,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static void checkPublished(
            String service, String event, Class<?> type, JsonNode example, List<String> wrong) {
        try {
            String written = WIRE.writeValueAsString(WIRE.treeToValue(example, type));
            if (!WIRE.readTree(written).equals(withoutNulls(example))) {
                wrong.add("%s does not write the example of %s as it read it: %s became %s"
                        .formatted(type.getSimpleName(), event, example, written));
            }
            violations(service + "." + event, written)
                    .forEach(violation -> wrong.add(event + " as written: " + violation));
        } catch (IOException e) {
            wrong.add("%s cannot hold the example of %s: %s".formatted(type.getSimpleName(), event, e.getMessage()));
        }
    }

    /** Null, where a contract has it, means what leaving it out means, and that is what we write. */
    private static JsonNode withoutNulls(JsonNode example) {
        ObjectNode copy = example.deepCopy();
        copy.properties().removeIf(property -> property.getValue().isNull());
        return copy;
    }

    private static void checkConsumed(EventType event, Class<?> type, List<String> wrong) {
        for (JsonNode example : examples(event.service(), event.event())) {
            try {
                WIRE.treeToValue(example, type);
            } catch (IOException e) {
                wrong.add(
                        "%s cannot read the example of %s: %s".formatted(type.getSimpleName(), event, e.getMessage()));
            }
        }
    }

    private static List<Class<?>> marked(JavaClasses classes, Class<? extends Annotation> mark) {
        List<Class<?>> found = new ArrayList<>();
        for (JavaClass candidate : classes) {
            if (candidate.isAnnotatedWith(mark)) {
                found.add(candidate.reflect());
            }
        }
        return found;
    }

    private static Set<String> listed(String service) {
        Set<String> names = new TreeSet<>();
        asyncApi(service).at("/components/messages").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<JsonNode> examples(String service, String event) {
        List<JsonNode> examples = new ArrayList<>();
        JsonNode message = asyncApi(service).at("/components/messages").path(event);
        if (message.path("x-examples").isEmpty()) {
            throw new AssertionError("contracts/%s/asyncapi.yaml has no example of %s".formatted(service, event));
        }
        message.path("x-examples")
                .forEach(path -> examples.add(read("/contracts/" + service + "/" + path.asText(), WIRE::readTree)));
        return examples;
    }

    private static JsonNode asyncApi(String service) {
        return read("/contracts/" + service + "/asyncapi.yaml", YAML::readTree);
    }

    private static Schema schema(String service, String event) {
        return read("/contracts/" + service + "/events/" + event + ".schema.json", SCHEMAS::getSchema);
    }

    private interface Reader<T> {
        T read(InputStream file) throws IOException;
    }

    private static <T> T read(String path, Reader<T> reader) {
        try (InputStream file = EventContracts.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new AssertionError("The contracts have no " + path);
            }
            return reader.read(file);
        } catch (IOException e) {
            throw new AssertionError(path + " cannot be read", e);
        }
    }
}
