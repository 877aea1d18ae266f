package org.communitysolutions.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A change to a published schema")
class CompatibilityTest {

    private static final JsonNode RELEASED = Documents.json("""
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://a.example/released",
             "title": "Released", "description": "As it was.", "x-sensitivity": "standard",
             "type": "object", "additionalProperties": false, "required": ["stage", "pence"],
             "properties": {
               "stage": {"type": "string", "enum": ["reminder", "summons"]},
               "pence": {"type": "integer", "minimum": 0, "maximum": 1000},
               "day": {"type": "string", "format": "date"},
               "ward": {"type": ["string", "null"], "pattern": "^[A-Z]+$", "minLength": 1, "maxLength": 20},
               "team": {"type": "string", "x-extensible-enum": ["debt", "abuse"], "x-restricted-values": ["abuse"]},
               "reasons": {"type": "array", "minItems": 1, "maxItems": 10, "uniqueItems": true,
                 "items": {"type": "object", "additionalProperties": false, "required": ["factor"],
                   "properties": {"factor": {"type": "string", "maxLength": 60}}}}}}""");

    static Stream<Arguments> breakingChanges() {
        return Stream.of(
                change("/properties", "{'day': null}", "/properties/day is gone: consumers read it"),
                change("", "{'required': ['stage']}", " requires pence no longer: consumers may meet"),
                change("", "{'required': ['stage', 'pence', 'day']}", " now requires day: events in journals may not"),
                change("", "{'required': ['stage', 'pence', 'fresh']}", " now requires fresh: events in journals"),
                change("", "{'additionalProperties': true}", " additionalProperties changed from false to true"),
                change("", "{'x-sensitivity': 'restricted'}", " x-sensitivity changed from \"standard\""),
                change("", "{'$id': 'https://a.example/other'}", " $id changed from"),
                change("", "{'oneOf': [{}]}", " oneOf changed from nothing to [{}]"),
                change("/properties/stage", "{'enum': ['reminder']}", "/properties/stage enum loses summons: events"),
                change(
                        "/properties/stage",
                        "{'enum': ['reminder', 'summons', 'bailiff']}",
                        "/properties/stage enum gains bailiff: consumers may meet"),
                change("/properties/stage", "{'enum': null}", "/properties/stage enum changed from"),
                change("/properties/pence", "{'enum': [1]}", "/properties/pence enum changed from nothing to [1]"),
                change("/properties/pence", "{'type': ['integer', 'null']}", "/properties/pence type gains null: con"),
                change("/properties/pence", "{'type': null}", "/properties/pence type changed from"),
                change("/properties/ward", "{'type': 'string'}", "/properties/ward type loses null: events"),
                change("/properties/pence", "{'minimum': 1}", "/properties/pence minimum goes from 0 to 1: events"),
                change("/properties/pence", "{'minimum': -1}", "minimum goes from 0 to -1: consumers may meet"),
                change("/properties/pence", "{'minimum': null}", "minimum goes from 0 to nothing: consumers"),
                change("/properties/pence", "{'maximum': 999}", "maximum goes from 1000 to 999: events"),
                change("/properties/pence", "{'maximum': 1001}", "maximum goes from 1000 to 1001: consumers"),
                change("/properties/ward", "{'minLength': 2}", "minLength goes from 1 to 2: events"),
                change("/properties/ward", "{'maxLength': 21}", "maxLength goes from 20 to 21: consumers"),
                change("/properties/ward", "{'pattern': '^[a-z]+$'}", "/properties/ward pattern changed from"),
                change("/properties/ward", "{'pattern': null}", "/properties/ward pattern changed from"),
                change("/properties/day", "{'maxLength': 10}", "maxLength goes from nothing to 10: events"),
                change("/properties/day", "{'format': 'date-time'}", "/properties/day format changed from \"date\""),
                change("/properties/day", "{'format': null}", "/properties/day format changed from \"date\""),
                change("/properties/team", "{'x-extensible-enum': ['abuse']}", "x-extensible-enum loses debt"),
                change("/properties/team", "{'x-extensible-enum': null}", "x-extensible-enum loses debt"),
                change("/properties/team", "{'x-restricted-values': []}", "x-restricted-values loses abuse"),
                change("/properties/reasons", "{'minItems': 2}", "minItems goes from 1 to 2: events"),
                change("/properties/reasons", "{'maxItems': 11}", "maxItems goes from 10 to 11: consumers"),
                change("/properties/reasons", "{'uniqueItems': false}", "uniqueItems changed from true to false"),
                change("/properties/reasons", "{'items': null}", "/properties/reasons items changed from"),
                change(
                        "/properties/reasons/items/properties/factor",
                        "{'maxLength': 59}",
                        "/properties/reasons/items/properties/factor maxLength goes from 60 to 59: events"),
                change(
                        "/properties/reasons/items",
                        "{'properties': {}}",
                        "/properties/reasons/items/properties/factor is gone"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("breakingChanges")
    @DisplayName("is refused when a consumer or a journal could not take it")
    void refusesBreakingChanges(String pointer, String patch, String broken) {
        JsonNode current = changed(pointer, patch);

        assertThat(Compatibility.breaks(RELEASED, current))
                .anySatisfy(found -> assertThat(found).contains(broken));
    }

    static Stream<Arguments> harmlessChanges() {
        return Stream.of(
                change("", "{'title': 'Another', 'description': 'Told better.'}", "words"),
                change("", "{'required': ['pence', 'stage']}", "order of required"),
                change("/properties/stage", "{'enum': ['summons', 'reminder']}", "order of an enum"),
                change("/properties/stage", "{'description': 'Told better.'}", "a description"),
                change("/properties/ward", "{'type': ['null', 'string']}", "order of types"),
                change("/properties", "{'fresh': {'type': 'string'}}", "a new optional property"),
                change("/properties/reasons/items/properties", "{'fresh': {'type': 'string'}}", "the same, deeper"),
                change("/properties/team", "{'x-extensible-enum': ['debt', 'abuse', 'housing']}", "a new open code"),
                change("/properties/team", "{'x-restricted-values': ['abuse', 'debt']}", "one more restricted value"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("harmlessChanges")
    @DisplayName("is taken when neither is harmed")
    void takesHarmlessChanges(String pointer, String patch, String change) {
        assertThat(Compatibility.breaks(RELEASED, changed(pointer, patch)))
                .as(change)
                .isEmpty();
    }

    @Test
    @DisplayName("may add an event and may not take one away")
    void eventsMayComeAndNotGo() {
        Map<String, JsonNode> one = Map.of("a/events/one.v1.schema.json", RELEASED);
        Map<String, JsonNode> two =
                Map.of("a/events/one.v1.schema.json", RELEASED, "a/events/one.v2.schema.json", RELEASED);

        assertThat(Compatibility.breaks(one, two)).isEmpty();
        assertThat(Compatibility.breaks(two, one))
                .containsExactly("a/events/one.v2.schema.json is gone: journals hold its events");
    }

    @Test
    @DisplayName("is told with the file it is in")
    void namesTheFile() {
        Map<String, JsonNode> released = Map.of("a/events/one.v1.schema.json", RELEASED);
        Map<String, JsonNode> current = Map.of("a/events/one.v1.schema.json", changed("/properties", "{'day': null}"));

        assertThat(Compatibility.breaks(released, current))
                .containsExactly("a/events/one.v1.schema.json /properties/day is gone: consumers read it");
    }

    private static JsonNode changed(String pointer, String patch) {
        ObjectNode current = RELEASED.deepCopy();
        Patches.apply((ObjectNode) current.at(pointer), patch);
        return current;
    }

    private static Arguments change(String pointer, String patch, String said) {
        return Arguments.of(pointer, patch, said);
    }
}
