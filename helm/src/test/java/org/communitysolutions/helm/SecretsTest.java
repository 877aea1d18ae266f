package org.communitysolutions.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every secret that is named exists, and none that everybody knows gets into a cluster. */
class SecretsTest {

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EXISTING_PLATFORM", "MIXED_PLATFORM"})
    void everySecretThatIsNamedIsMadeByTheChartOrByAnOperator(Rendering rendering) {
        Map<String, Set<String>> made = made(rendering.manifests());

        named(rendering.manifests()).forEach((secret, keys) -> assertThat(made.getOrDefault(secret, Set.of()))
                .as(secret)
                .containsAll(keys));
    }

    @Test
    void secretsFromElsewhereAreAllInTheReadme() throws IOException {
        String readme = Files.readString(Tree.file("helm/README.md"));
        Set<String> named = named(Rendering.EXISTING_PLATFORM.manifests()).keySet();

        assertThat(named).contains("intake-database", "risk-kafka");
        assertThat(named.stream()
                        .filter(secret -> !secret.startsWith("council-"))
                        .map(secret -> Tree.services().stream()
                                .filter(service -> secret.startsWith(service + "-"))
                                .findAny()
                                .map(service -> "<service>" + secret.substring(service.length()))
                                .orElse(secret)))
                .allMatch(secret -> readme.contains("`" + secret + "`"));
    }

    @ParameterizedTest
    @EnumSource
    void nothingThatIsLocalOnlyGetsIntoACluster(Rendering rendering) {
        assertThat(rendering.manifests().all().toString())
                .doesNotContain("local-only", "local only", "local-apps", "outbox_connector:outbox_connector");
    }

    @Test
    void theRealmHasItsRolesAndItsServicesButNobodysAccount() {
        JsonNode realm = Rendering.DEFAULTS
                .manifests()
                .one("KeycloakRealmImport", "community-solutions")
                .at("/spec/realm");
        JsonNode source = Yaml.read(Tree.file("deploy/keycloak/community-solutions-realm.json"));

        assertThat(realm.path("roles")).isEqualTo(source.path("roles"));
        assertThat(realm.path("clientScopes")).isEqualTo(source.path("clientScopes"));
        assertThat(Manifests.items(realm.path("clients"))
                        .map(client -> client.path("clientId").asText()))
                .containsExactlyInAnyOrderElementsOf(Tree.services());
        assertThat(Manifests.items(realm.path("clients"))
                        .map(client -> client.path("secret").asText()))
                .allMatch(secret -> secret.matches("\\$\\{[A-Z_]+_SECRET\\}"));
        assertThat(Manifests.items(realm.path("users"))).allMatch(user -> user.has("serviceAccountClientId"));
    }

    @Test
    void passwordsDifferFromEachOtherAndFollowFromTheSeed() {
        Set<String> passwords = passwords(Rendering.DEFAULTS.manifests());

        assertThat(passwords)
                .hasSize((int) Rendering.DEFAULTS.manifests().ofKind("Secret").count());
        assertThat(passwords(Rendering.DEFAULTS.renderWith())).isEqualTo(passwords);
        assertThat(passwords(Rendering.DEFAULTS.renderWith("secrets.seed=another-seed-another-seed-another-seed")))
                .doesNotContainAnyElementsOf(passwords);
    }

    private static Set<String> passwords(Manifests manifests) {
        return manifests
                .ofKind("Secret")
                .map(secret -> secret.at("/data/password")
                        .asText(secret.at("/data/secret").asText()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The secrets that will be there, with their keys. */
    private static Map<String, Set<String>> made(Manifests manifests) {
        Map<String, Set<String>> made = new TreeMap<>();
        manifests.ofKind("Secret").forEach(secret -> {
            Set<String> keys = new TreeSet<>();
            secret.path("data").fieldNames().forEachRemaining(keys::add);
            made.put(Manifests.name(secret), keys);
        });
        manifests
                .ofKind("KafkaUser")
                .forEach(user -> made.put(Manifests.name(user), Set.of("password", "sasl.jaas.config")));
        manifests
                .ofKind("Kafka")
                .forEach(kafka -> made.put(Manifests.name(kafka) + "-cluster-ca-cert", Set.of("ca.crt")));
        manifests.ofKind("Cluster").forEach(cluster -> made.put(Manifests.name(cluster) + "-ca", Set.of("ca.crt")));
        return made;
    }

    /** The secrets that some manifest names, with the keys that it wants. */
    private static Map<String, Set<String>> named(Manifests manifests) {
        Map<String, Set<String>> named = new TreeMap<>();
        manifests.all().forEach(manifest -> collect(manifest, named));
        return named;
    }

    private static void collect(JsonNode node, Map<String, Set<String>> named) {
        Stream.of("secretKeyRef", "usernameSecret", "passwordSecret", "secret")
                .map(node::path)
                .filter(JsonNode::isObject)
                .forEach(secret -> add(secret, named));
        Manifests.items(node.path("secretTargetRef")).forEach(secret -> add(secret, named));
        Manifests.items(node.path("trustedCertificates")).forEach(secret -> add(secret, named));
        node.forEach(child -> collect(child, named));
    }

    private static void add(JsonNode secret, Map<String, Set<String>> named) {
        String name = secret.path("secretName").asText(secret.path("name").asText());
        Set<String> keys = named.computeIfAbsent(name, unused -> new TreeSet<>());
        Stream.of("key", "certificate", "password")
                .filter(secret::has)
                .forEach(field -> keys.add(secret.path(field).asText()));
        Manifests.items(secret.path("items"))
                .forEach(item -> keys.add(item.path("key").asText()));
    }
}
