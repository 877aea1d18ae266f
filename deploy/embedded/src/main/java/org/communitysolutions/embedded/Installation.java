package org.communitysolutions.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What every server is started from.
 *
 * @param settings what was asked for
 * @param addresses where the servers will answer
 * @param java the Java that runs them
 * @param kafkaControllerPort the settled port of Kafka's controller
 */
record Installation(Settings settings, Addresses addresses, JavaHome java, int kafkaControllerPort) {

    /** Settles the ports of what is wanted; a taken one is an error before anything was started. */
    static Installation settle(Settings settings, Set<Server> wanted) {
        List<Server> servers = List.copyOf(wanted);
        List<Ports.Wish> wishes = new ArrayList<>();
        for (Server server : servers) {
            wishes.add(new Ports.Wish(server.title(), settings.ports().get(server), server.portVariable()));
        }
        if (wanted.contains(Server.KAFKA)) {
            wishes.add(new Ports.Wish(
                    "Kafka's controller", settings.kafkaControllerPort(), Settings.KAFKA_CONTROLLER_PORT_VARIABLE));
        }
        List<Integer> settled = Ports.settle(wishes);
        Map<Server, Integer> ports = new EnumMap<>(settings.ports());
        for (int i = 0; i < servers.size(); i++) {
            ports.put(servers.get(i), settled.get(i));
        }
        String postgresql = Ports.LOOPBACK + ":" + ports.get(Server.POSTGRESQL);
        Addresses addresses = new Addresses(
                postgresql,
                postgresql,
                Ports.LOOPBACK + ":" + ports.get(Server.KAFKA),
                URI.create("http://" + Ports.LOOPBACK + ":" + ports.get(Server.CONNECT)),
                URI.create("http://localhost:" + ports.get(Server.KEYCLOAK)));
        return new Installation(settings, addresses, JavaHome.newest(), settled.getLast());
    }

    Path data(Server server) {
        return settings.data().resolve(server.name().toLowerCase(Locale.ROOT));
    }

    Path log(Server server) {
        return settings.data().resolve("logs").resolve(server.name().toLowerCase(Locale.ROOT) + ".log");
    }

    /**
     * Lets a JVM write down the classes it loaded when it ends, and map them instead of loading them the next time. The JVM
     * looks after the file: one that does not fit its class path or version is not used and written anew.
     */
    List<String> sharedClasses(Server server) throws IOException {
        Path folder = Files.createDirectories(settings.project().servers().resolve("classes"));
        Path archive = folder.resolve(
                server.name().toLowerCase(Locale.ROOT) + "-" + java.version().feature() + ".jsa");
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archive,
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off");
    }

    static int port(String hostAndPort) {
        return Integer.parseInt(hostAndPort.substring(hostAndPort.lastIndexOf(':') + 1));
    }
}
