package org.communitysolutions.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
