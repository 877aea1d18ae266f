package org.communitysolutions.local.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.communitysolutions.embedded.ProjectTree;
import org.junit.jupiter.api.Test;

class HistoryContractsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CONTRACTS = ProjectTree.find().root().resolve("contracts");
    private static final int SAMPLES_OF_EACH = 50;
    /** Of the catalogue, but published by no service yet. */
    private static final Set<EventType> WITHOUT_CONTRACT = EnumSet.of(
            EventType.ASSESSMENT_COMPLETED,
            EventType.PLAN_AGREED,
            EventType.GOAL_MET,
            EventType.FAMILY_OUTCOME_ACHIEVED,
            EventType.SAFEGUARDING_REFERRAL_MADE,
            EventType.BUDGET_ASSESSED,
            EventType.BREATHING_SPACE_STARTED,
            EventType.BREATHING_SPACE_ENDED,
            EventType.DEBT_SOLUTION_AGREED,
            EventType.CRISIS_PAYMENT_AWARDED,
            EventType.HOUSING_PLAN_AGREED,
            EventType.HOMELESSNESS_PREVENTED,
            EventType.TEMPORARY_ACCOMMODATION_PLACED,
            EventType.TEMPORARY_ACCOMMODATION_LEFT);

    @Test
    void tellsEachTypeAsItsContractAsks() {
        Map<EventType, Schema> schemas = new EnumMap<>(EventType.class);
        for (EventType type : EnumSet.complementOf(EnumSet.copyOf(WITHOUT_CONTRACT))) {
            schemas.put(type, schema(CONTRACTS.resolve(type.contract() + ".schema.json")));
        }
        Schema envelope = schema(CONTRACTS.resolve("cloudevent.schema.json"));
        Map<EventType, Integer> seen = new EnumMap<>(EventType.class);

        new History(1, 7_400, LocalDate.of(2026, 11, 21), 24, 100_000)
                .tell(
                        event -> {
                            if (seen.merge(event.type(), 1, Integer::sum) <= SAMPLES_OF_EACH) {
                                assertThat(faults(envelope, headers(event)))
                                        .as("headers of %s", event.type())
                                        .isEmpty();
                                if (schemas.containsKey(event.type())) {
                                    assertThat(faults(schemas.get(event.type()), parsed(event.data())))
                                            .as("data of %s", event.type())
                                            .isEmpty();
                                }
                            }
                        },
                        row -> {});

        assertThat(seen.keySet()).containsExactlyInAnyOrder(EventType.values());
    }

    @Test
    void knowsWhichTypesHaveAContract() {
        assertThat(WITHOUT_CONTRACT).allSatisfy(type -> assertThat(CONTRACTS.resolve(type.contract() + ".schema.json"))
                .doesNotExist());
    }

    @Test
    void keepsRestrictedEventsOnRestrictedTopics() {
        assertThat(EventType.DOMESTIC_ABUSE_DISCLOSED.topic()).isEqualTo("intake.events.restricted");
        assertThat(EventType.SAFEGUARDING_REFERRAL_MADE.topic()).isEqualTo("case-management.events.restricted");
        assertThat(EventType.NEED_IDENTIFIED.topic()).isEqualTo("intake.events");
    }

    private static ObjectNode headers(PublishedEvent event) {
        ObjectNode headers = JSON.createObjectNode();
        for (Header header : event.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }

    private static List<String> faults(Schema schema, JsonNode data) {
        return schema
                .validate(data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static Schema schema(Path file) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(Files.readString(file)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static JsonNode parsed(byte[] data) {
        try {
            return JSON.readTree(data);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }
}
