package org.communitysolutions.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What NetworkPolicies allow, as Kubernetes reads them: a pod that a policy selects may do what some policy of that
 * direction allows, and traffic needs the leave of both ends. Selectors by labels alone, as this chart uses them.
 */
final class Network {

    private final List<JsonNode> policies;

    Network(Manifests manifests) {
        this.policies = manifests.ofKind("NetworkPolicy").toList();
    }

    /** Whether a connection gets through. */
    boolean allows(Place from, Place to, int port) {
        return allows("Egress", from, to, port) && allows("Ingress", to, from, port);
    }

    private boolean allows(String direction, Place self, Place other, int port) {
        List<JsonNode> selecting = policies.stream()
                .filter(policy -> self.namespace().equals(Place.HERE))
                .filter(policy -> Manifests.items(policy.at("/spec/policyTypes"))
                        .anyMatch(type -> type.asText().equals(direction)))
                .filter(policy -> matches(policy.at("/spec/podSelector"), self.labels()))
                .toList();
        String rules = direction.equals("Egress") ? "/spec/egress" : "/spec/ingress";
        String peers = direction.equals("Egress") ? "to" : "from";
        return selecting.isEmpty()
                || selecting.stream()
                        .flatMap(policy -> Manifests.items(policy.at(rules)))
                        .anyMatch(rule -> any(rule.path("ports"), named -> isOf(named, port))
                                && any(rule.path(peers), peer -> isOf(peer, other)));
    }

    /** An empty list of ports or peers is all of them. */
    private static boolean any(JsonNode list, Predicate<JsonNode> wanted) {
        return list.isEmpty() || Manifests.items(list).anyMatch(wanted);
    }

    private static boolean isOf(JsonNode named, int port) {
        return named.path("protocol").asText("TCP").equals("TCP")
                && named.path("port").asInt() == port;
    }

    private static boolean isOf(JsonNode peer, Place other) {
        if (peer.has("ipBlock")) {
            return !other.address().isEmpty()
                    && contains(peer.at("/ipBlock/cidr").asText(), other.address());
        }
        if (!other.address().isEmpty()) {
            return false;
        }
        boolean inNamespace = peer.has("namespaceSelector")
                ? matches(peer.path("namespaceSelector"), Map.of("kubernetes.io/metadata.name", other.namespace()))
                : other.namespace().equals(Place.HERE);
        return inNamespace && (!peer.has("podSelector") || matches(peer.path("podSelector"), other.labels()));
    }

    private static boolean matches(JsonNode selector, Map<String, String> labels) {
        if (selector.has("matchExpressions")) {
            throw new IllegalArgumentException("Only labels are understood: " + selector);
        }
        return selector.path("matchLabels").properties().stream()
                .allMatch(wanted -> wanted.getValue().asText().equals(labels.get(wanted.getKey())));
    }

    private static boolean contains(String cidr, String address) {
        String[] parts = cidr.split("/", 2);
        int bits = Integer.parseInt(parts[1]);
        long mask = bits == 0 ? 0 : -1L << (32 - bits);
        return (number(parts[0]) & mask) == (number(address) & mask);
    }

    private static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.", -1)) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }
}
