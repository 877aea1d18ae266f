package org.communitysolutions.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An event carries no personal data in clear")
class PrivacyRulesTest {

    private static final String SOUND = "{'type': 'string', 'pattern': '^[a-z]+(-[a-z]+)*$', 'maxLength': 60}";

    static List<EventContract> events() {
        return Contracts.packed().events();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    @DisplayName("in any published schema")
    void publishedSchemasArePseudonymous(EventContract event) {
        assertThat(PrivacyRules.faults(event.schema())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "firstName",
                "surname",
                "address",
                "homeAddress",
                "postcode",
                "postCodePostcode",
                "phoneNumber",
                "email",
                "contactEmail",
                "note",
                "caseNotes",
                "text",
                "freeText",
                "comment",
                "dateOfBirth",
                "dob",
                "nino",
                "nhsNumber",
                "sentence",
                "description"
            })
    @DisplayName("a property with a name like these is refused")
    void refusesNamesOfPersonalData(String property) {
        assertThat(PrivacyRules.faults(schemaWith(property, SOUND)))
                .containsExactly("/properties/" + property + " is named like personal data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"householdId", "contactId", "channel", "need", "notice", "dueOn", "tenure", "ward", "uprn"})
    @DisplayName("while the catalogue's own words pass")
    void letsTheCataloguesWordsPass(String property) {
        assertThat(PrivacyRules.faults(schemaWith(property, SOUND))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'string'}",
                "{'type': 'string', 'maxLength': 60}",
                "{'type': ['string', 'null']}",
                "{'type': 'string', 'format': 'email'}",
                "{'type': 'string', 'pattern': '[a-z]'}",
                "{'type': 'string', 'pattern': '^[A-Za-z ]{1,60}$'}",
                "{'type': 'array', 'items': {'type': 'string'}}",
                "{'type': 'object', 'properties': {'inner': {'type': 'string'}}}"
            })
    @DisplayName("a text that could be prose is refused, however deep it lies")
    void refusesFreeText(String keywords) {
        assertThat(PrivacyRules.faults(schemaWith("outer", keywords)))
                .singleElement()
                .asString()
                .endsWith("takes free text");
    }

    @Test
    @DisplayName("while ids, days and codes pass")
    void letsIdsDaysAndCodesPass() {
        JsonNode schema = Documents.json("""
                {"type": "object", "properties": {
                  "taskId": {"type": "string", "format": "uuid"},
                  "dueOn": {"type": "string", "format": "date"},
                  "stage": {"type": "string", "enum": ["reminder"]}}}""");

        assertThat(PrivacyRules.faults(schema)).isEmpty();
    }

    private static JsonNode schemaWith(String property, String keywords) {
        return Documents.json(
                ("{'type': 'object', 'properties': {'" + property + "': " + keywords + "}}").replace('\'', '"'));
    }
}
