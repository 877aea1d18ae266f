package org.communitysolutions.local.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.communitysolutions.embedded.ProjectTree;

/** The dashboards and alerts of {@code deploy/observability}. */
final class Observability {

    static final Path FOLDER = ProjectTree.find().root().resolve("deploy/observability");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Observability() {}

    /** By the name of their file. */
    static Map<String, JsonNode> dashboards() {
        Map<String, JsonNode> dashboards = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("dashboards"))) {
            for (Path file : files.toList()) {
                dashboards.put(file.getFileName().toString(), JSON.readTree(Files.readString(file)));
            }
            return dashboards;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Those that show figures. */
    static List<JsonNode> panels(JsonNode dashboard) {
        List<JsonNode> panels = new ArrayList<>();
        dashboard.path("panels").forEach(panels::add);
        return panels;
    }

    static List<JsonNode> alerts() {
        try {
            List<JsonNode> alerts = new ArrayList<>();
            YAML.readTree(Files.readString(FOLDER.resolve("alerts.yaml")))
                    .path("groups")
                    .forEach(group -> group.path("rules").forEach(alerts::add));
            return alerts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All expressions, by where they stand. */
    static Map<String, String> expressions() {
        Map<String, String> expressions = new TreeMap<>();
        alerts().forEach(alert -> expressions.put(
                "alert " + alert.path("alert").asText(), alert.path("expr").asText()));
        dashboards().forEach((file, dashboard) -> panels(dashboard).forEach(panel -> {
            int number = 0;
            for (JsonNode target : panel.path("targets")) {
                expressions.put(
                        "%s, %s, %d".formatted(file, panel.path("title").asText(), ++number),
                        target.path("expr").asText());
            }
        }));
        return expressions;
    }
}
