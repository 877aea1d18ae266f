package org.communitysolutions.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prometheus sees how the platform's parts fare, and cannot count disclosures by what passes through them. */
class MonitoringTest {

    private static final List<String> COUNTING = List.of(
            "kafka_server_brokertopicmetrics_messagesinpersec_total",
            "kafka_log_log_logendoffset",
            "kafka_cluster_partition_replicascount",
            "kafka_coordinator_group_groupmetadatamanager_numoffsets",
            "kafka_connect_source_task_metrics_source_record_write_total",
            "kafka_connect_connector_task_metrics_batch_size_max",
            "kafka_producer_producer_topic_metrics_record_send_total");

    @Test
    void everyPartThatAnOperatorRunsIsLookedAt() {
        Manifests manifests = Rendering.DEFAULTS.manifests();

        assertThat(manifests.ofKind("PodMonitor").map(Manifests::name))
                .containsExactlyInAnyOrder("database", "kafka", "outbox-connect");
        assertThat(manifests.one("Keycloak", "keycloak").at("/spec/additionalOptions"))
                .anyMatch(option -> option.path("name").asText().equals("metrics-enabled"));
        assertThat(Rendering.EXISTING_PLATFORM.manifests().ofKind("PodMonitor")).isEmpty();
        assertThat(Rendering.BARE.manifests().ofKind("PodMonitor")).isEmpty();
    }

    @Test
    void noFigureLeavesKafkaThatTellsHowMuchPassesByATopic() {
        Manifests manifests = Rendering.DEFAULTS.manifests();
        List<String> allowed = Stream.of(
                        manifests.one("Kafka", "kafka").at("/spec/kafka/metricsConfig"),
                        manifests.one("KafkaConnect", "outbox-connect").at("/spec/metricsConfig"))
                .flatMap(metrics -> Manifests.items(metrics.at("/values/allowList")))
                .map(JsonNode::asText)
                .toList();

        assertThat(allowed).contains("kafka_server_replicamanager_.*");
        assertThat(COUNTING).noneMatch(figure -> allowed.stream().anyMatch(figure::matches));
    }
}
