package org.communitysolutions.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The schema of an event")
class SchemaRulesTest {

    static List<EventContract> events() {
        return Contracts.packed().events();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    @DisplayName("is valid, closed, described and bounded")
    void keepsTheRules(EventContract event) {
        assertThat(SchemaRules.faults(event)).isEmpty();
    }

    @Test
    @DisplayName("is there for each of the seven services")
    void coversTheServices() {
        assertThat(Contracts.packed().services())
                .containsExactly(
                        "case-management",
                        "debt-advice",
                        "employment-outcomes",
                        "homelessness-prevention",
                        "intake",
                        "risk",
                        "volunteer-coordination");
    }

    static Stream<Arguments> plantedFaults() {
        return Stream.of(
                planted("", "{'type': 'nonsense'}", "type"),
                planted("", "{'$schema': 'http://json-schema.org/draft-07/schema#'}", "$schema is not 2020-12"),
                planted("", "{'$id': 'https://community-solutions.example/other'}", "$id is not https"),
                planted("", "{'title': ''}", "has no title"),
                planted("", "{'description': ''}", "is not described"),
                planted("", "{'x-sensitivity': 'secret'}", "x-sensitivity is not"),
                planted("", "{'additionalProperties': true}", "is not closed"),
                planted("", "{'additionalProperties': null}", "is not closed"),
                planted("", "{'required': ['householdId', 'ghost']}", "requires ghost"),
                planted("", "{'required': null}", "does not list what is required"),
                planted("", "{'required': ['kind']}", "householdId is required"),
                planted("", "{'oneOf': [{}]}", "uses oneOf"),
                planted("/properties", "{'householdId': null}", "householdId is not of type"),
                planted("/properties/householdId", "{'type': ['string', 'null']}", "householdId is not of type"),
                planted("/properties/kind", "{'type': ['string', 'null']}", "may be null"),
                planted("/properties/kind", "{'description': null}", "is not described"),
                planted("/properties/kind", "{'type': null}", "has no type"),
                planted("/properties", prop("pounds", "'type': 'integer'"), "has no range"),
                planted("/properties", prop("days", "'type': 'array', 'items': {}"), "has no maxItems"),
                planted("/properties", prop("deskId", "'type': 'string'"), "is an id and no uuid"),
                planted("/properties", prop("feePence", "'type': 'number'"), "is pence and no integer"),
                planted("/properties", prop("endsOn", "'type': 'string'"), "is a day and no date"),
                planted("/properties", prop("part", "'type': 'object'"), "/properties/part is not closed"),
                planted(
                        "/properties",
                        prop("why", "'type': 'string', 'pattern': '^[a-z]+$', 'x-extensible-enum': ['Not']"),
                        "knows Not"),
                planted(
                        "/properties",
                        prop("why", "'type': 'string', 'x-restricted-values': ['abuse']"),
                        "restricts a value that it does not know"),
                planted(
                        "/properties",
                        prop(
                                "why",
                                "'type': 'string', 'pattern': '^[a-z]+$', 'x-extensible-enum': ['abuse'],"
                                        + " 'x-restricted-values': ['abuse']"),
                        "has no restricted topic"));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @MethodSource("plantedFaults")
    @DisplayName("is refused when a rule is broken")
    void noticesPlantedFaults(String pointer, String patch, String fault) {
        EventContract sound = Contracts.packed().events("debt-advice").getFirst();
        assertThat(sound).hasToString("debt-advice/arrears-cleared.v1");
        ObjectNode schema = sound.schema().deepCopy();
        Patches.apply((ObjectNode) schema.at(pointer), patch);
        EventContract broken = new EventContract(sound.service(), sound.event(), 1, schema, Map.of());

        List<String> faults = SchemaRules.faults(broken);

        assertThat(faults).anySatisfy(found -> assertThat(found).contains(fault));
    }

    private static Arguments planted(String pointer, String patch, String fault) {
        return Arguments.of(pointer, patch, fault);
    }

    private static String prop(String name, String keywords) {
        return "{'" + name + "': {'description': 'Planted for this test.', " + keywords + "}}";
    }
}
