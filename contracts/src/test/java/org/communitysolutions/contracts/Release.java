package org.communitysolutions.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schemas as one release published them.
 *
 * @param version the release, as in 0.1.0
 * @param schemas every schema by its file from the folder {@code contracts}
 */
record Release(String version, Map<String, JsonNode> schemas) {

    Release {
        if (!version.matches("(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}")) {
            throw new IllegalArgumentException("A release is named like 0.1.0, not \"" + version + "\"");
        }
        schemas = Map.copyOf(schemas);
    }

    /** The release kept in {@code file}. */
    static Release read(Path file) {
        JsonNode kept = Documents.read(file);
        Map<String, JsonNode> schemas = new TreeMap<>();
        kept.path("schemas").properties().forEach(schema -> schemas.put(schema.getKey(), schema.getValue()));
        return new Release(kept.path("version").asText(), schemas);
    }

    /** Every release kept in {@code folder}. */
    static List<Release> readAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Release::read)
                    .toList();
        }
    }

    /**
     * Keeps this release in {@code folder}, one schema a line, and gives the file written.
     *
     * @throws java.nio.file.FileAlreadyExistsException when it is kept already: a release never changes
     */
    Path keepIn(Path folder) throws IOException {
        String lines = new TreeMap<>(schemas)
                .entrySet().stream()
                        .map(schema -> "\"" + schema.getKey() + "\":" + schema.getValue())
                        .collect(Collectors.joining(",\n"));
        return Files.writeString(
                folder.resolve(version + ".json"),
                "{\"version\":\"" + version + "\",\"schemas\":{\n" + lines + "\n}}\n",
                StandardOpenOption.CREATE_NEW);
    }
}
