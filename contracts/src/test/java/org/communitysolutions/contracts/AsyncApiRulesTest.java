package org.communitysolutions.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The AsyncAPI document of a service")
class AsyncApiRulesTest {

    private static final Contracts CONTRACTS = Contracts.packed();
    private static final String CLEARED = "/components/messages/arrears-cleared.v1";

    static List<String> services() {
        return CONTRACTS.services();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    @DisplayName("lists exactly its events, on the topics their sensitivity allows")
    void listsItsEvents(String service) {
        assertThat(faults(service, (ObjectNode) CONTRACTS.asyncApi(service))).isEmpty();
    }

    static Stream<Arguments> plantedFaults() {
        return Stream.of(
                planted("", "{'asyncapi': '2.6.0'}", "asyncapi is 2.6.0"),
                planted("/info", "{'title': null}", "info has no title"),
                planted("/info", "{'version': null}", "info has no version"),
                planted("", "{'defaultContentType': 'text/plain'}", "defaultContentType is text/plain"),
                planted("/channels", "{'events': null}", "address of events"),
                planted("/channels/events", "{'address': 'debt.events'}", "address of events"),
                planted("/channels/events/messages", "{'arrears-cleared.v1': null}", "messages of events"),
                planted(
                        "/channels/events/messages/arrears-cleared.v1",
                        "{'$ref': '#/components/messages/debt-case-opened.v1'}",
                        "reference of arrears-cleared.v1"),
                planted("/channels/events/bindings/kafka", "{'topic': 'other'}", "Kafka topic of events"),
                planted("/channels/events/bindings/kafka", "{'partitions': 6}", "partitions of events"),
                planted("/channels/events/bindings/kafka", "{'replicas': 1}", "replicas of events"),
                planted(
                        "/channels/events/bindings/kafka/topicConfiguration",
                        "{'retention.ms': 1000}",
                        "retention of events"),
                planted("/channels", "{'restrictedEvents': {}}", "channel restrictedEvents carries nothing"),
                planted("/operations", "{'publishEvents': null}", "number of operations on events"),
                planted("/operations/publishEvents", "{'action': 'receive'}", "action on events"),
                planted("/operations/publishEvents", "{'messages': []}", "messages sent to events"),
                planted("/components/messages", "{'ghost.v1': {}}", "messages is"),
                planted("/components/messages", "{'arrears-cleared.v1': null}", "messages is"),
                planted(CLEARED, "{'name': 'ArrearsCleared'}", "name of arrears-cleared.v1"),
                planted(CLEARED, "{'summary': null}", "arrears-cleared.v1 is untold"),
                planted(CLEARED, "{'contentType': 'text/plain'}", "content type of"),
                planted(CLEARED, "{'payload': {'$ref': 'events/ghost.v1.schema.json'}}", "which is no file"),
                planted(CLEARED, "{'payload': {'$ref': 'events/debt-case-opened.v1.schema.json'}}", "payload of"),
                planted(CLEARED, "{'payload': {'$ref': '#/components/schemas/ghost'}}", "which is not there"),
                planted(CLEARED, "{'x-examples': []}", "examples of arrears-cleared.v1"),
                planted(CLEARED + "/headers/allOf/0", "{'$ref': 'events/arrears-cleared.v1.schema.json'}", "envelope"),
                planted(header("ce_source"), "{'const': '/intake'}", "ce_source of"),
                planted(header("ce_type"), "{'const': 'other'}", "ce_type of"),
                planted(header("ce_dataschema"), "{'const': 'other'}", "ce_dataschema of"),
                planted(header("ce_sensitivity"), "{'const': 'restricted'}", "ce_sensitivity of"),
                planted(CLEARED + "/bindings/kafka/key", "{'format': null}", "record key of"));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @MethodSource("plantedFaults")
    @DisplayName("is refused when a rule is broken")
    void noticesPlantedFaults(String pointer, String patch, String fault) {
        ObjectNode document = (ObjectNode) CONTRACTS.asyncApi("debt-advice");
        Patches.apply((ObjectNode) document.at(pointer), patch);

        List<String> faults = faults("debt-advice", document);

        assertThat(faults).anySatisfy(found -> assertThat(found).contains(fault));
    }

    private static List<String> faults(String service, ObjectNode document) {
        return AsyncApiRules.faults(
                service, document, CONTRACTS.events(service), CONTRACTS.root().resolve(service));
    }

    private static String header(String name) {
        return CLEARED + "/headers/allOf/1/properties/" + name;
    }

    private static Arguments planted(String pointer, String patch, String fault) {
        return Arguments.of(pointer, patch, fault);
    }
}
