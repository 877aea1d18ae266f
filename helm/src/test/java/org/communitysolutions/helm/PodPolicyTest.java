package org.communitysolutions.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every pod, whatever is set. */
class PodPolicyTest {

    @ParameterizedTest
    @EnumSource
    void noContainerIsRootOrMoreThanItNeedsToBe(Rendering rendering) {
        rendering.manifests().workloads().forEach(workload -> {
            JsonNode pod = Manifests.pod(workload).path("spec");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
            assertThat(Set.of("hostNetwork", "hostPID", "hostIPC")).noneMatch(pod::has);
            Manifests.containers(workload).forEach(container -> {
                JsonNode security = container.path("securityContext");
                assertThat(security.path("runAsNonRoot").asBoolean()).isTrue();
                assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(security.path("privileged").asBoolean()).isFalse();
                assertThat(security.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
                assertThat(security.at("/capabilities/add")).isEmpty();
            });
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyContainerSaysWhatItNeedsAndHasALimitOfMemory(Rendering rendering) {
        rendering.manifests().workloads().flatMap(Manifests::containers).forEach(container -> {
            JsonNode resources = container.path("resources");
            assertThat(resources.at("/requests/cpu").asText()).isNotEmpty();
            assertThat(resources.at("/requests/memory").asText()).isNotEmpty();
            assertThat(resources.at("/limits/memory").asText()).isNotEmpty();
            assertThat(container.path("image").asText()).contains(":").doesNotEndWith(":latest");
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyServiceIsProbedAndLivenessAsksForNothingButTheProcess(Rendering rendering) {
        rendering
                .manifests()
                .ofKind("Deployment")
                .flatMap(Manifests::containers)
                .forEach(container -> {
                    assertThat(probe(container, "startupProbe")).isEqualTo("/q/health/started");
                    assertThat(probe(container, "livenessProbe")).isEqualTo("/q/health/live");
                    assertThat(probe(container, "readinessProbe")).isEqualTo("/q/health/ready");
                });
    }

    @ParameterizedTest
    @EnumSource
    void aPodLeavesTheBalancerBeforeItIsStoppedAndThenHasTimeToFinish(Rendering rendering) {
        rendering.manifests().ofKind("Deployment").forEach(deployment -> {
            JsonNode pod = Manifests.pod(deployment).path("spec");
            String goesOn = environment(pod.at("/containers/0"), "QUARKUS_SHUTDOWN_DELAY");
            int leaves = Integer.parseInt(goesOn.replaceFirst("S$", ""));

            assertThat(leaves).isPositive();
            assertThat(pod.at("/containers/0/lifecycle").isMissingNode()).isTrue();
            assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThanOrEqualTo(leaves + 30);
            assertThat(deployment
                            .at("/spec/strategy/rollingUpdate/maxUnavailable")
                            .asInt(1))
                    .isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyServiceMayLoseOnePodAtATimeAndSpreadsTheOthers(Rendering rendering) {
        Manifests manifests = rendering.manifests();
        manifests.ofKind("Deployment").forEach(deployment -> {
            String name = Manifests.name(deployment);
            JsonNode budget = manifests.one("PodDisruptionBudget", name);

            assertThat(budget.at("/spec/maxUnavailable").asInt()).isOne();
            assertThat(budget.at("/spec/selector")).isEqualTo(deployment.at("/spec/selector"));
            assertThat(deployment.at("/spec/template/spec/topologySpreadConstraints"))
                    .hasSize(2);
        });
    }

    @Test
    void onlyTheMigrationKnowsTheOwnersPassword() {
        List<String> owners = Rendering.DEFAULTS
                .manifests()
                .workloads()
                .filter(workload -> workload.toString().contains("-database-owner"))
                .map(workload -> workload.path("kind").asText())
                .distinct()
                .toList();

        assertThat(owners).containsExactly("Job");
    }

    @Test
    void everyServiceGetsWhatItsCodeCannotStartWithout() {
        Manifests manifests = Rendering.DEFAULTS.manifests();
        for (ServiceCode code : ServiceCode.all()) {
            Set<String> given = Manifests.containers(manifests.one("Deployment", code.name()))
                    .flatMap(container -> Manifests.items(container.path("env")))
                    .map(variable -> variable.path("name").asText())
                    .collect(Collectors.toSet());

            assertThat(given).containsAll(code.demands());
            assertThat(code.calls())
                    .allMatch(peer -> given.contains(peer.replace('-', '_').toUpperCase(Locale.ROOT) + "_URL"));
        }
    }

    private static String probe(JsonNode container, String probe) {
        assertThat(container.at("/" + probe + "/httpGet/port").asText()).isEqualTo("http");
        return container.at("/" + probe + "/httpGet/path").asText();
    }

    private static String environment(JsonNode container, String name) {
        return Manifests.items(container.path("env"))
                .filter(variable -> variable.path("name").asText().equals(name))
                .map(variable -> variable.path("value").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not set"));
    }
}
