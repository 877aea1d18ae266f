package org.communitysolutions.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.contracts.Documents.fields;
import static org.communitysolutions.contracts.Documents.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The examples")
class ExamplesTest {

    static List<EventContract> events() {
        return Contracts.packed().events();
    }

    static List<String> services() {
        return Contracts.packed().services();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    @DisplayName("fit their schema")
    void fitTheirSchema(EventContract event) {
        assertThat(event.examples()).isNotEmpty();
        assertThat(event.examples())
                .allSatisfy((file, example) ->
                        assertThat(Validation.faults(event.schema(), example)).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    @DisplayName("show every property, and the least that is allowed")
    void showEveryProperty(EventContract event) {
        JsonNode full = event.examples().get(event.name() + ".json");
        Set<String> all = fields(event.schema().path("properties"));
        Set<String> required = texts(event.schema().path("required"));

        assertThat(fields(full)).isEqualTo(all);
        JsonNode minimal = event.examples().get(event.name() + ".minimal.json");
        if (all.equals(required)) {
            assertThat(minimal).as("an example of the least").isNull();
        } else {
            Set<String> given = new TreeSet<>(fields(minimal));
            given.removeIf(name -> minimal.get(name).isNull());
            assertThat(given).isEqualTo(required);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    @DisplayName("fit no longer with a property too many or one too few")
    void fitExactly(EventContract event) {
        ObjectNode full = (ObjectNode) event.examples().get(event.name() + ".json");

        assertThat(Validation.faults(event.schema(), full.deepCopy().put("planted", 1)))
                .isNotEmpty();
        for (String required : texts(event.schema().path("required"))) {
            assertThat(Validation.faults(event.schema(), full.deepCopy().without(List.of(required))))
                    .as("without " + required)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    @DisplayName("use only codes that are known")
    void useKnownCodes(EventContract event) {
        event.schema().path("properties").properties().forEach(property -> {
            Set<String> known = texts(property.getValue().path("x-extensible-enum"));
            if (!known.isEmpty()) {
                event.examples().values().forEach(example -> assertThat(known)
                        .contains(example.path(property.getKey()).asText()));
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    @DisplayName("each belong to an event")
    void belongToAnEvent(String service) {
        Set<String> claimed = new HashSet<>();
        Contracts.packed()
                .events(service)
                .forEach(event -> claimed.addAll(event.examples().keySet()));

        assertThat(Contracts.packed().examples(service).keySet()).isEqualTo(claimed);
    }

    @Test
    @DisplayName("of the envelope fits it and points at the schema of its event")
    void envelopeFits() {
        Contracts contracts = Contracts.packed();
        JsonNode example = Documents.read(contracts.root().resolve("examples/envelope.json"));

        assertThat(Validation.faultsOfSchema(contracts.envelope())).isEmpty();
        assertThat(Validation.faults(contracts.envelope(), example)).isEmpty();
        assertThat(fields(example)).isEqualTo(fields(contracts.envelope().path("properties")));
        assertThat(contracts.events()).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo(example.path("ce_type").asText());
            assertThat(event.schemaId()).isEqualTo(example.path("ce_dataschema").asText());
            assertThat("/" + event.service())
                    .isEqualTo(example.path("ce_source").asText());
        });
    }

    @Test
    @DisplayName("are held against formats, not only against types")
    void formatsAreChecked() {
        Contracts contracts = Contracts.packed();
        EventContract joined = named("person-joined-household");
        ObjectNode example = (ObjectNode) joined.examples().get(joined.name() + ".json");
        ObjectNode envelope = (ObjectNode) Documents.read(contracts.root().resolve("examples/envelope.json"));
        List<String> missed = new ArrayList<>();

        for (String wrong : List.of("2026-02-30", "01/04/2026", "2026-04-01T00:00:00Z")) {
            noteIfTaken(missed, joined.schema(), example.deepCopy().put("from", wrong));
        }
        noteIfTaken(missed, joined.schema(), example.deepCopy().put("personId", "7"));
        noteIfTaken(missed, contracts.envelope(), envelope.deepCopy().put("ce_time", "2026-10-01T23:00:00+01:00"));
        noteIfTaken(missed, contracts.envelope(), envelope.deepCopy().put("ce_time", "yesterdayZ"));
        noteIfTaken(
                missed, contracts.envelope(), envelope.deepCopy().put("ce_id", "6f1c0000-0000-4000-8000-000000000001"));
        noteIfTaken(missed, contracts.envelope(), envelope.deepCopy().put("ce_sensitivity", "secret"));

        assertThat(missed).isEmpty();
    }

    private static void noteIfTaken(List<String> missed, JsonNode schema, JsonNode wrong) {
        if (Validation.faults(schema, wrong).isEmpty()) {
            missed.add(wrong.toString());
        }
    }

    private static EventContract named(String event) {
        return events().stream()
                .filter(candidate -> candidate.event().equals(event))
                .findFirst()
                .orElseThrow();
    }
}
