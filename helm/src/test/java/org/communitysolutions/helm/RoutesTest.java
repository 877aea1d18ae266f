package org.communitysolutions.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is reached from outside. */
class RoutesTest {

    @ParameterizedTest
    @EnumSource(names = {"DEFAULTS", "GATEWAY"})
    void ofTheServicesOnlyTheirApi(Rendering rendering) {
        assertThat(paths(rendering, "services"))
                .containsExactlyInAnyOrderElementsOf(Tree.services().stream()
                        .map(service -> "/api/" + service)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"DEFAULTS", "GATEWAY"})
    void ofKeycloakOnlyWhatSignsPeopleIn(Rendering rendering) {
        assertThat(paths(rendering, "sign-in")).containsExactlyInAnyOrder("/realms/", "/resources/");
    }

    private static List<String> paths(Rendering rendering, String name) {
        JsonNode routes = rendering.manifests().all().stream()
                .filter(manifest -> List.of("Ingress", "HTTPRoute")
                        .contains(manifest.path("kind").asText()))
                .filter(manifest -> Manifests.name(manifest).equals(name))
                .findAny()
                .orElseThrow();
        return routes.findValuesAsText(routes.path("kind").asText().equals("Ingress") ? "path" : "value");
    }
}
