package org.communitysolutions.embedded;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What embedded servers are to be like.
 *
 * @param project the checkout
 * @param data where they keep their data and logs; may hold the data of an earlier run
 * @param ports the port of each server; 0 picks a free one
 * @param kafkaControllerPort the port on which Kafka's controller listens for its broker; 0 picks a free one
 * @param browserPorts ports of local pages that may sign people in through Keycloak
 * @param progress hears how each server fares
 */
public record Settings(
        ProjectTree project,
        Path data,
        Map<Server, Integer> ports,
        int kafkaControllerPort,
        List<Integer> browserPorts,
        Progress progress) {

    /** The variable that {@code make run} reads to override the controller's port. */
    public static final String KAFKA_CONTROLLER_PORT_VARIABLE = "KAFKA_CONTROLLER_PORT";

    /** The console and the services, in the order of their ports. */
    static final List<Integer> BROWSER_PORTS = Stream.concat(
                    Stream.of(8080), IntStream.rangeClosed(8101, 8108).boxed())
            .toList();

    /** The default ports, and data in the given folder. */
    public static Settings standard(Path data) {
        Map<Server, Integer> ports = new EnumMap<>(Server.class);
        for (Server server : Server.values()) {
            ports.put(server, server.defaultPort());
        }
        return new Settings(ProjectTree.find(), data, ports, 9093, BROWSER_PORTS, Progress.SILENT);
    }

    /** Free ports, and data in the given folder. */
    public static Settings onFreePorts(Path data) {
        Settings settings = standard(data);
        for (Server server : Server.values()) {
            settings = settings.withPort(server, 0);
        }
        return settings.withKafkaControllerPort(0);
    }

    public Settings withPort(Server server, int port) {
        Map<Server, Integer> changed = new EnumMap<>(ports);
        changed.put(server, port);
        return new Settings(project, data, changed, kafkaControllerPort, browserPorts, progress);
    }

    public Settings withKafkaControllerPort(int port) {
        return new Settings(project, data, ports, port, browserPorts, progress);
    }

    public Settings withBrowserPorts(List<Integer> changed) {
        return new Settings(project, data, ports, kafkaControllerPort, List.copyOf(changed), progress);
    }

    public Settings withProgress(Progress listener) {
        return new Settings(project, data, ports, kafkaControllerPort, browserPorts, listener);
    }
}
