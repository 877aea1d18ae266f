package org.communitysolutions.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart renders, and what it renders is what Kubernetes and the operators know. */
class ManifestsTest {

    @Test
    void helmFindsNothingAmissWithTheChart() {
        LintResult result = new Helm(Tree.chart()).lint().strict().call();

        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void everyManifestIsKnownToTheLastField(Rendering rendering) {
        List<String> faults = rendering.manifests().all().stream()
                .flatMap(manifest -> KnownKinds.faults(manifest).stream())
                .toList();

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsRenderedTwice(Rendering rendering) {
        List<String> names = rendering.manifests().all().stream()
                .map(manifest -> manifest.path("apiVersion").asText() + " "
                        + manifest.path("kind").asText() + " " + Manifests.name(manifest))
                .toList();

        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/spec/template/spec/containers/0", "/spec/template/spec", "/spec", "/metadata"})
    void aFieldThatNobodyKnowsIsAFault(String where) {
        JsonNode manifest =
                Rendering.DEFAULTS.manifests().one("Deployment", "intake").deepCopy();

        ((ObjectNode) manifest.at(where)).put("readyness", true);

        assertThat(KnownKinds.faults(manifest)).singleElement().asString().contains("readyness");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domian=x",
                "services.intake.replica=2",
                "serviceDefaults.busyAt=none",
                "platform.kafka.mode=managed",
                "services.intake.replicas.min=0",
                "secrets.seed=short",
            })
    void aValueThatIsNotOneIsRefused(String setting) {
        assertThatThrownBy(() -> Rendering.DEFAULTS.renderWith(setting))
                .hasMessageContaining("values don't meet the specifications of the schema");
    }

    @Test
    void withoutASeedNothingIsInstalledWithPasswordsThatOthersKnow() {
        assertThatThrownBy(() -> Rendering.DEFAULTS.renderWith("secrets.seed=")).hasMessageContaining("secrets.seed");
    }

    @Test
    void aChangedMigrationIsANewJob() {
        Manifests older = Rendering.DEFAULTS.manifests();
        Manifests newer = Rendering.DEFAULTS.renderWith("image.tag=0.2.0");

        assertThat(older.ofKind("Job").map(Manifests::name))
                .hasSameSizeAs(newer.ofKind("Job").toList())
                .doesNotContainAnyElementsOf(
                        newer.ofKind("Job").map(Manifests::name).toList());
    }

    @Test
    void everyDashboardComesWithTheLabelThatGrafanaLooksFor() {
        assertThat(Rendering.DEFAULTS.manifests().ofKind("ConfigMap"))
                .filteredOn(manifest -> Manifests.name(manifest).startsWith("dashboard-"))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(manifest -> {
                    assertThat(manifest.at("/metadata/labels/grafana_dashboard").asText())
                            .isEqualTo("1");
                    assertThat(manifest.path("data")
                                    .properties()
                                    .iterator()
                                    .next()
                                    .getValue()
                                    .asText())
                            .contains("\"uid\"");
                });
    }
}
