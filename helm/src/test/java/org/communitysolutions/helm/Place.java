package org.communitysolutions.helm;

import java.util.Map;

/**
 * Somewhere that traffic comes from or goes to.
 *
 * @param name for people
 * @param namespace where its pods are; empty outside the cluster
 * @param labels of its pods, as the chart or an operator sets them
 * @param address of what is outside the cluster; empty for pods
 */
record Place(String name, String namespace, Map<String, String> labels, String address) {

    /** The namespace of the release. */
    static final String HERE = "council";

    static Place pod(String name, Map<String, String> labels) {
        return new Place(name, HERE, labels, "");
    }

    /** Whatever is in another namespace. */
    static Place elsewhere(String namespace) {
        return new Place(namespace, namespace, Map.of(), "");
    }

    static Place outside(String name, String address) {
        return new Place(name, "", Map.of(), address);
    }

    @Override
    public String toString() {
        return name;
    }
}
