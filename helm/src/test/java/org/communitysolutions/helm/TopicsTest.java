package org.communitysolutions.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Topics, rights and connectors are those of the contracts, of the code and of {@code deploy/kafka}. */
class TopicsTest {

    private static final Manifests MANIFESTS = Rendering.DEFAULTS.manifests();

    @Test
    void theServicesOfTheChartAreThoseOfTheCode() {
        assertThat(MANIFESTS.ofKind("Deployment").map(Manifests::name))
                .containsExactlyInAnyOrderElementsOf(Tree.services());
    }

    @Test
    void everyTopicInTheContractsIsDeclared() {
        List<String> inContracts = Tree.services().stream()
                .map(service -> Yaml.read(Tree.file("contracts/" + service + "/asyncapi.yaml")))
                .flatMap(contract -> Manifests.items(contract.path("channels")))
                .map(channel -> channel.path("address").asText())
                .toList();

        assertThat(inContracts).contains("intake.events", "risk.events", "risk.events.restricted");
        assertThat(MANIFESTS.ofKind("KafkaTopic").map(Manifests::name)).containsAll(inContracts);
    }

    @Test
    void topicsAreAsTheOneFileOfTopicsSays() {
        JsonNode file = Yaml.read(Tree.file("deploy/kafka/topics.yaml"));
        for (JsonNode wanted : file.path("topics")) {
            JsonNode topic =
                    MANIFESTS.one("KafkaTopic", wanted.path("name").asText()).path("spec");

            assertThat(topic.path("partitions")).isEqualTo(wanted.path("partitions"));
            assertThat(topic.path("replicas")).isEqualTo(file.at("/sizes/cluster/replication"));
            assertThat(topic.at("/config/min.insync.replicas")).isEqualTo(file.at("/sizes/cluster/minInSyncReplicas"));
            assertThat(topic.at("/config/retention.ms").asLong())
                    .isEqualTo(wanted.path("retentionDays").asLong() * 86_400_000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noTopicIsKeptMoreOftenThanThereAreBrokers(Rendering rendering) {
        int brokers = rendering
                .manifests()
                .ofKind("KafkaNodePool")
                .filter(pool -> pool.at("/spec/roles").toString().contains("broker"))
                .mapToInt(pool -> pool.at("/spec/replicas").asInt())
                .sum();

        assertThat(rendering.manifests().ofKind("KafkaTopic"))
                .allMatch(topic -> topic.at("/spec/replicas").asInt() <= brokers);
    }

    @Test
    void aServiceMayReadWhatItsCodeReadsAndMayWriteNothing() {
        for (ServiceCode code : ServiceCode.all()) {
            String user = code.name() + "-kafka";
            if (code.reads().isEmpty()) {
                assertThat(MANIFESTS.has("KafkaUser", user)).isFalse();
                continue;
            }
            JsonNode rights = MANIFESTS.one("KafkaUser", user).at("/spec/authorization/acls");

            assertThat(resources(rights, "topic", "Read")).isEqualTo(code.reads());
            assertThat(resources(rights, "group", "Read")).containsExactly(code.name());
            assertThat(Manifests.items(rights).flatMap(right -> Manifests.items(right.path("operations"))))
                    .allMatch(operation -> Set.of("Read", "Describe").contains(operation.asText()));
        }
    }

    @Test
    void onlyTheConnectorsWriteEvents() {
        JsonNode rights = MANIFESTS.one("KafkaUser", "outbox-connect-kafka").at("/spec/authorization/acls");
        Set<String> topics = Manifests.items(
                        Yaml.read(Tree.file("deploy/kafka/topics.yaml")).path("topics"))
                .map(topic -> topic.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(resources(rights, "topic", "Write")).containsAll(topics);
        assertThat(resources(rights, "topic", "Read"))
                .containsExactly("connect-configs", "connect-offsets", "connect-status");
    }

    @Test
    void everyDatabaseHasItsConnectorMadeFromTheOneTemplate() {
        JsonNode template = Yaml.read(Tree.file("deploy/kafka/outbox-connector.json"));
        for (String service : Tree.services()) {
            JsonNode connector =
                    MANIFESTS.one("KafkaConnector", service + "-outbox").path("spec");
            JsonNode config = connector.path("config");

            assertThat(connector.path("class")).isEqualTo(template.path("connector.class"));
            assertThat(config.path("database.dbname").asText()).isEqualTo(service.replace('-', '_'));
            assertThat(config.path("slot.failover").asText()).isEqualTo("true");
            template.properties().stream()
                    .filter(setting -> !setting.getValue().asText().matches(".*\\$\\{(service|database).*"))
                    .filter(setting -> !Set.of("connector.class", "tasks.max").contains(setting.getKey()))
                    .forEach(
                            setting -> assertThat(config.path(setting.getKey())).isEqualTo(setting.getValue()));
            assertThat(config.toString()).doesNotContainPattern("\\$\\{(service|database)");
        }
    }

    @Test
    void slotsOutliveTheirPrimary() {
        JsonNode cluster = MANIFESTS.one("Cluster", "database").path("spec");

        assertThat(cluster.at("/replicationSlots/highAvailability/synchronizeLogicalDecoding")
                        .asBoolean())
                .isTrue();
        assertThat(Stream.of("hot_standby_feedback", "sync_replication_slots")
                        .map(name ->
                                cluster.at("/postgresql/parameters/" + name).asText()))
                .containsOnly("on");
    }

    private static Set<String> resources(JsonNode rights, String type, String operation) {
        return Manifests.items(rights)
                .filter(right -> right.at("/resource/type").asText().equals(type))
                .filter(right -> right.path("operations").toString().contains("\"" + operation + "\""))
                .map(right -> right.at("/resource/name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
