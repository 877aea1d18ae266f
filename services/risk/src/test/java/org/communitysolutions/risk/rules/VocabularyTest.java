package org.communitysolutions.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.communitysolutions.risk.rules.loading.Files;
import org.junit.jupiter.api.Test;

/** Holds what this service believes of other services' events against their contracts. */
class VocabularyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void knowsEachEventAsItsContractDescribesIt() throws IOException {
        List<KnownEvent> published = Files.vocabulary().events().stream()
                .filter(event -> !Files.vocabulary().isAwaited(event))
                .toList();
        assertThat(published).hasSizeGreaterThan(30);
        for (KnownEvent known : published) {
            JsonNode schema = schema(known.type());
            assertThat(known.clearance().isRestricted())
                    .as(known.type())
                    .isEqualTo(schema.path("x-sensitivity").asText().equals("restricted"));
            known.fields()
                    .forEach(field -> assertThat(type(schema.path("properties").path(field.name())))
                            .as(known.type() + " " + field.name())
                            .isEqualTo(field.type()));
        }
    }

    @Test
    void awaitsOnlyEventsThatHaveNoContract() {
        Files.vocabulary().events().stream()
                .filter(Files.vocabulary()::isAwaited)
                .forEach(event -> assertThat(VocabularyTest.class.getResource(path(event.type())))
                        .as(event.type() + " has a contract: take 'awaited' away")
                        .isNull());
    }

    @Test
    void knowsTheTeamsOfTheContracts() throws IOException {
        JsonNode team = JSON.readTree(resource("/contracts/risk/events/early-help-task-raised.v1.schema.json"))
                .at("/properties/team");

        assertThat(JSON.convertValue(team.path("x-extensible-enum"), String[].class))
                .containsExactlyInAnyOrderElementsOf(Files.vocabulary().teams());
        assertThat(JSON.convertValue(team.path("x-restricted-values"), String[].class))
                .containsExactlyInAnyOrderElementsOf(Files.vocabulary().restrictedTeams());
    }

    private static FieldType type(JsonNode property) {
        return switch (property.path("type").asText()) {
            case "string" -> property.path("format").asText().equals("date") ? FieldType.DATE : FieldType.TEXT;
            case "integer", "number" -> FieldType.NUMBER;
            case "boolean" -> FieldType.FLAG;
            case "array" -> FieldType.LIST;
            default -> throw new AssertionError("The contract has no such field: " + property);
        };
    }

    private static JsonNode schema(String type) throws IOException {
        return JSON.readTree(resource(path(type)));
    }

    private static String path(String type) {
        int dot = type.indexOf('.');
        return "/contracts/" + type.substring(0, dot) + "/events/" + type.substring(dot + 1) + ".schema.json";
    }

    private static InputStream resource(String path) {
        InputStream found = VocabularyTest.class.getResourceAsStream(path);
        assertThat(found).as(path).isNotNull();
        return found;
    }
}
