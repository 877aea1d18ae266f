package org.communitysolutions.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a story reads out of answers. */
final class Answers {

    private Answers() {}

    static List<JsonNode> items(JsonNode page) {
        return elements(page.path("items"));
    }

    /** The task of that id in a One View; null if it shows none. */
    static JsonNode taskIn(JsonNode view, String id) {
        return elements(view.path("tasks")).stream()
                .filter(task -> task.path("id").asText().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Whom tasks are about. */
    static Set<UUID> households(List<JsonNode> tasks) {
        return tasks.stream()
                .map(task -> UUID.fromString(task.path("householdId").asText()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<String> factors(JsonNode view) {
        return texts(view.path("factors"), "factor");
    }

    /** The events that a task rests on. */
    static List<String> reasons(JsonNode task) {
        return texts(task.path("reasons"), "eventId");
    }

    /** The events in a One View's timeline. */
    static List<String> events(JsonNode view) {
        return texts(view.path("timeline"), "id");
    }

    private static List<String> texts(JsonNode array, String field) {
        return elements(array).stream()
                .map(element -> element.path(field).asText())
                .toList();
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
