package org.communitysolutions.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replicas follow the work, and one thing alone decides how many there are. */
class ScalingTest {

    /** What the outbox connectors, a standby and the administrator may have. */
    private static final int BESIDES_SERVICES = 20;

    /** The most that {@code quarkus.datasource.stream} of risk has. */
    private static final int RISK_STREAM = 8;

    @ParameterizedTest
    @EnumSource
    void oneThingDecidesHowManyReplicasThereAre(Rendering rendering) {
        Manifests manifests = rendering.manifests();
        manifests.ofKind("Deployment").forEach(deployment -> {
            long deciders = scalers(manifests)
                    .filter(scaler ->
                            scaler.at("/spec/scaleTargetRef/name").asText().equals(Manifests.name(deployment)))
                    .count();

            assertThat(deployment.at("/spec").has("replicas") ? deciders + 1 : deciders)
                    .as(Manifests.name(deployment))
                    .isOne();
        });
    }

    @Test
    void aConsumerIsNeverMoreThanThePartitionsOfWhatItReads() {
        Manifests manifests = Rendering.DEFAULTS.renderWith("serviceDefaults.replicas.max=50");

        List<ServiceCode> consumers = ServiceCode.all().stream()
                .filter(code -> !code.reads().isEmpty())
                .toList();

        assertThat(consumers).isNotEmpty().allSatisfy(code -> assertThat(manifests
                        .one("ScaledObject", code.name())
                        .at("/spec/maxReplicaCount")
                        .asInt())
                .isLessThanOrEqualTo(12));
        assertThat(manifests
                        .one("HorizontalPodAutoscaler", "intake")
                        .at("/spec/maxReplicas")
                        .asInt())
                .isEqualTo(50);
    }

    /** Replicas at their most, and one more of each service: an upgrade replaces all of them at once. */
    @ParameterizedTest
    @EnumSource
    void theDatabaseTakesTheConnectionsOfAllPodsThatAnUpgradeMayNeed(Rendering rendering) {
        Manifests manifests = rendering.manifests();
        List<JsonNode> clusters = manifests.ofKind("Cluster").toList();
        if (clusters.isEmpty()) {
            return;
        }
        int wanted = manifests
                .ofKind("Deployment")
                .mapToInt(deployment -> (most(manifests, deployment) + 1) * connections(deployment))
                .sum();

        assertThat(wanted + BESIDES_SERVICES)
                .isLessThanOrEqualTo(clusters.getFirst()
                        .at("/spec/postgresql/parameters/max_connections")
                        .asInt());
    }

    private static int most(Manifests manifests, JsonNode deployment) {
        return scalers(manifests)
                .filter(scaler ->
                        scaler.at("/spec/scaleTargetRef/name").asText().equals(Manifests.name(deployment)))
                .mapToInt(scaler -> Math.max(
                        scaler.at("/spec/maxReplicas").asInt(),
                        scaler.at("/spec/maxReplicaCount").asInt()))
                .findFirst()
                .orElseGet(() -> deployment.at("/spec/replicas").asInt());
    }

    private static int connections(JsonNode deployment) {
        JsonNode container = Manifests.pod(deployment).at("/spec/containers/0");
        int pool = Manifests.items(container.path("env"))
                .filter(variable -> variable.path("name").asText().equals("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE"))
                .mapToInt(variable -> variable.path("value").asInt())
                .sum();
        return Manifests.name(deployment).equals("risk") ? pool + RISK_STREAM : pool;
    }

    @Test
    void lagIsWatchedOnEveryTopicThatIsRead() {
        for (ServiceCode code : ServiceCode.all()) {
            if (!code.reads().isEmpty()) {
                JsonNode triggers = Rendering.DEFAULTS
                        .manifests()
                        .one("ScaledObject", code.name())
                        .at("/spec/triggers");

                assertThat(Manifests.items(triggers)
                                .filter(trigger -> trigger.path("type").asText().equals("kafka"))
                                .map(trigger -> trigger.at("/metadata/topic").asText()))
                        .containsExactlyInAnyOrderElementsOf(code.reads());
            }
        }
    }

    @Test
    void withoutKedaConsumersAreScaledByProcessorTime() {
        Manifests manifests = Rendering.PROCESSOR_ONLY.manifests();

        assertThat(manifests.ofKind("ScaledObject")).isEmpty();
        assertThat(manifests.ofKind("HorizontalPodAutoscaler").map(Manifests::name))
                .containsExactlyInAnyOrderElementsOf(Tree.services());
    }

    private static Stream<JsonNode> scalers(Manifests manifests) {
        return Stream.of("HorizontalPodAutoscaler", "ScaledObject").flatMap(manifests::ofKind);
    }
}
