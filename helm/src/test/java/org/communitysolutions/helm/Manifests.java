package org.communitysolutions.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What was rendered.
 *
 * @param all in the order of rendering
 */
record Manifests(List<JsonNode> all) {

    Stream<JsonNode> ofKind(String kind) {
        return all.stream().filter(manifest -> manifest.path("kind").asText().equals(kind));
    }

    /**
     * The one of that kind and name.
     *
     * @throws NoSuchElementException if there is none
     */
    JsonNode one(String kind, String name) {
        return ofKind(kind)
                .filter(manifest -> name(manifest).equals(name))
                .findAny()
                .orElseThrow(() -> new NoSuchElementException(kind + " " + name));
    }

    boolean has(String kind, String name) {
        return ofKind(kind).anyMatch(manifest -> name(manifest).equals(name));
    }

    /** Whatever makes pods of this chart's own: those of the operators are not among them. */
    Stream<JsonNode> workloads() {
        return Stream.of("Deployment", "Job", "Pod").flatMap(this::ofKind);
    }

    static String name(JsonNode manifest) {
        return manifest.at("/metadata/name").asText();
    }

    /** Of a workload, what its pods are made from: metadata and spec. */
    static JsonNode pod(JsonNode workload) {
        return workload.path("kind").asText().equals("Pod") ? workload : workload.at("/spec/template");
    }

    /** The containers of a workload, those that only prepare too. */
    static Stream<JsonNode> containers(JsonNode workload) {
        JsonNode spec = pod(workload).path("spec");
        return Stream.concat(items(spec.path("initContainers")), items(spec.path("containers")));
    }

    static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
