package org.communitysolutions.contracts;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The contracts as they are packed for the services.
 *
 * @param root the folder {@code contracts} on the class path
 */
record Contracts(Path root) {

    private static final Pattern SCHEMA_FILE = Pattern.compile("([a-z-]+)\\.v([1-9][0-9]*)\\.schema\\.json");

    static Contracts packed() {
        return new Contracts(onClassPath("/contracts"));
    }

    /** The folder of that name on the class path, which must not be inside a jar. */
    static Path onClassPath(String folder) {
        URL url = Contracts.class.getResource(folder);
        if (url == null) {
            throw new IllegalStateException(folder + " is not on the class path: build with Maven first");
        }
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(url + " is no file", e);
        }
    }

    /** The services that publish events, by the names of their folders. */
    List<String> services() {
        return list(root).stream()
                .filter(folder -> Files.isDirectory(folder.resolve("events")))
                .map(folder -> folder.getFileName().toString())
                .toList();
    }

    /** All events of all services. */
    List<EventContract> events() {
        return services().stream().flatMap(service -> events(service).stream()).toList();
    }

    /** All events of one service. */
    List<EventContract> events(String service) {
        Map<String, JsonNode> examples = examples(service);
        return list(root.resolve(service).resolve("events")).stream()
                .map(file -> event(service, file, examples))
                .toList();
    }

    /** All examples of one service, by file name. */
    Map<String, JsonNode> examples(String service) {
        return list(root.resolve(service).resolve("examples")).stream()
                .collect(toMap(file -> file.getFileName().toString(), Documents::read));
    }

    JsonNode asyncApi(String service) {
        return Documents.read(root.resolve(service).resolve("asyncapi.yaml"));
    }

    JsonNode envelope() {
        return Documents.read(root.resolve("cloudevent.schema.json"));
    }

    /** Every schema, the envelope's too, by its file from the folder {@code contracts}. */
    Map<String, JsonNode> schemas() {
        Map<String, JsonNode> schemas = new TreeMap<>();
        schemas.put("cloudevent.schema.json", envelope());
        events().forEach(event -> schemas.put(event.schemaFile(), event.schema()));
        return schemas;
    }

    private static EventContract event(String service, Path file, Map<String, JsonNode> examples) {
        Matcher name = SCHEMA_FILE.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalStateException(file + " is not named <event>.v<version>.schema.json");
        }
        String prefix = name.group(1) + ".v" + name.group(2) + ".";
        Map<String, JsonNode> own = new TreeMap<>(examples);
        own.keySet().removeIf(example -> !example.startsWith(prefix));
        return new EventContract(
                service, name.group(1), Integer.parseInt(name.group(2)), Documents.read(file), Map.copyOf(own));
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be listed", e);
        }
    }
}
