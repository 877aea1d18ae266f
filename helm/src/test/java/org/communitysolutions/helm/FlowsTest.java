package org.communitysolutions.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every way through the network is open exactly when the code needs it. */
class FlowsTest {

    private static final String RELEASE = "app.kubernetes.io/instance";
    private static final String NAME = "app.kubernetes.io/name";

    private static final Place DATABASE = Place.pod("database", Map.of("cnpg.io/cluster", "database"));
    private static final Place KAFKA =
            Place.pod("kafka", Map.of("strimzi.io/cluster", "kafka", "strimzi.io/name", "kafka-kafka"));
    private static final Place CONNECT = Place.pod(
            "outbox-connect",
            Map.of("strimzi.io/cluster", "outbox-connect", "strimzi.io/name", "outbox-connect-connect"));
    private static final Place KEYCLOAK = Place.pod("keycloak", Map.of("app", "keycloak", RELEASE, "keycloak"));
    private static final Place REALM_IMPORT = Place.pod("realm-import", Map.of("app", "keycloak-realm-import"));
    private static final Place SMOKE_TEST = Place.pod("smoke-test", Map.of(NAME, "smoke-test", RELEASE, "cs"));
    private static final Place OTHER_POD = Place.pod("other-pod", Map.of(NAME, "other"));
    private static final Place ENTRANCE = Place.elsewhere("ingress-nginx");
    private static final Place PROMETHEUS = Place.elsewhere("monitoring");
    private static final Place KEDA = Place.elsewhere("keda");
    private static final Place STRIMZI = Place.elsewhere("strimzi");
    private static final Place CNPG = Place.elsewhere("cnpg-system");
    private static final Place KEYCLOAK_OPERATOR = Place.elsewhere("keycloak");
    private static final Place STRANGER = Place.elsewhere("default");
    private static final Place INTERNET = Place.outside("internet", "203.0.113.7");

    private static final int[] PORTS = {
        53, 443, 4318, 5432, 6443, 7800, 8000, 8080, 8083, 8443, 9000, 9090, 9091, 9092, 9093, 9187, 9404, 57800
    };

    @Test
    void thePlatformInTheClusterIsReachedByThoseThatNeedItAndNobodyElse() {
        // Given
        Network network = new Network(Rendering.DEFAULTS.manifests());
        List<Place> places = new ArrayList<>(List.of(
                DATABASE,
                KAFKA,
                CONNECT,
                KEYCLOAK,
                REALM_IMPORT,
                SMOKE_TEST,
                OTHER_POD,
                ENTRANCE,
                PROMETHEUS,
                KEDA,
                STRIMZI,
                CNPG,
                KEYCLOAK_OPERATOR,
                STRANGER,
                INTERNET));
        Tree.services().forEach(service -> places.addAll(List.of(service(service), migration(service))));

        // When
        Set<String> open = places.stream()
                .flatMap(from -> places.stream().flatMap(to -> open(network, from, to)))
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(open).isEqualTo(needed());
    }

    @Test
    void whatExistsElsewhereIsReachedWhereItIsAndNowhereElse() {
        // Given
        Network network = new Network(Rendering.EXISTING_PLATFORM.manifests());
        Place kafka = Place.outside("kafka", "10.1.0.9");
        Place database = Place.outside("database", "10.2.0.9");
        Place realm = Place.outside("realm", "10.3.0.9");
        for (ServiceCode code : ServiceCode.all()) {
            Place service = service(code.name());

            // When
            Set<String> open = Stream.of(kafka, database, realm, INTERNET)
                    .flatMap(to -> IntStream.of(443, 5432, 5433, 9093, 9094)
                            .filter(port -> network.allows(service, to, port))
                            .mapToObj(port -> flow(service, to, port)))
                    .collect(Collectors.toCollection(TreeSet::new));

            // Then
            Set<String> needed = new TreeSet<>(Set.of(flow(service, database, 5433), flow(service, realm, 443)));
            if (!code.reads().isEmpty()) {
                needed.add(flow(service, kafka, 9094));
            }
            assertThat(open).isEqualTo(needed);
        }
    }

    @Test
    void spansLeaveOnlyWhenThereIsACollector() {
        Place service = service("intake");

        assertThat(new Network(Rendering.GATEWAY.manifests()).allows(service, PROMETHEUS, 4318))
                .isTrue();
        assertThat(new Network(Rendering.DEFAULTS.manifests()).allows(service, PROMETHEUS, 4318))
                .isFalse();
    }

    @Test
    void everyPodMayAskForNames() {
        Place names = new Place("names", "kube-system", Map.of("k8s-app", "kube-dns"), "");

        assertThat(List.of(service("intake"), migration("intake"), DATABASE, KAFKA, CONNECT, KEYCLOAK, SMOKE_TEST))
                .allMatch(place -> new Network(Rendering.DEFAULTS.manifests()).allows(place, names, 53));
    }

    private static Set<String> needed() {
        Set<String> needed = new TreeSet<>();
        for (ServiceCode code : ServiceCode.all()) {
            Place service = service(code.name());
            needed.add(flow(service, DATABASE, 5432));
            needed.add(flow(migration(code.name()), DATABASE, 5432));
            needed.add(flow(service, KEYCLOAK, 8080));
            if (!code.reads().isEmpty()) {
                needed.add(flow(service, KAFKA, 9093));
            }
            code.calls().forEach(peer -> needed.add(flow(service, service(peer), 8080)));
            Stream.of(ENTRANCE, PROMETHEUS, SMOKE_TEST).forEach(from -> needed.add(flow(from, service, 8080)));
        }
        needed.addAll(Set.of(flow(CONNECT, DATABASE, 5432), flow(CONNECT, KAFKA, 9093), flow(CONNECT, CONNECT, 8083)));
        needed.add(flow(REALM_IMPORT, DATABASE, 5432));
        needed.addAll(Set.of(flow(KEYCLOAK, DATABASE, 5432), flow(ENTRANCE, KEYCLOAK, 8080)));
        needed.addAll(Set.of(flow(PROMETHEUS, DATABASE, 9187), flow(PROMETHEUS, KEYCLOAK, 9000)));
        needed.addAll(Set.of(flow(PROMETHEUS, KAFKA, 9404), flow(PROMETHEUS, CONNECT, 9404)));
        needed.addAll(Set.of(flow(KEDA, KAFKA, 9093), flow(STRIMZI, CONNECT, 8083)));
        needed.add(flow(KEYCLOAK_OPERATOR, KEYCLOAK, 9000));
        for (int port : new int[] {5432, 8000}) {
            needed.addAll(Set.of(flow(CNPG, DATABASE, port), flow(DATABASE, DATABASE, port)));
        }
        for (int port : new int[] {9090, 9091, 8443}) {
            needed.addAll(Set.of(flow(STRIMZI, KAFKA, port), flow(KAFKA, KAFKA, port)));
        }
        for (int port : new int[] {7800, 57800}) {
            needed.add(flow(KEYCLOAK, KEYCLOAK, port));
        }
        // The API server has no label; only the operators' own parts ask it.
        for (int port : new int[] {443, 6443}) {
            needed.addAll(Set.of(flow(DATABASE, INTERNET, port), flow(KAFKA, INTERNET, port)));
        }
        return needed;
    }

    private static Stream<String> open(Network network, Place from, Place to) {
        boolean ours = from.namespace().equals(Place.HERE) || to.namespace().equals(Place.HERE);
        return IntStream.of(PORTS)
                .filter(port -> ours && network.allows(from, to, port))
                .mapToObj(port -> flow(from, to, port));
    }

    private static String flow(Place from, Place to, int port) {
        return "%s -> %s:%d".formatted(from, to, port);
    }

    private static Place service(String name) {
        return Place.pod(name, Map.of(NAME, name, RELEASE, "cs"));
    }

    private static Place migration(String name) {
        return Place.pod(name + "-migration", Map.of(NAME, name + "-migration", RELEASE, "cs"));
    }
}
