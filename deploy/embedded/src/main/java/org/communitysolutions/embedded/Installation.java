package org.communitysolutions.embedded;

import java.nio.file.Path;
import java.util.Locale;

/**
 * What every server is started from.
 *
 * @param settings what was asked for
 * @param addresses where the servers will answer
 * @param java the Java that runs them
 * @param kafkaControllerPort the settled port of Kafka's controller
 */
record Installation(Settings settings, Addresses addresses, JavaHome java, int kafkaControllerPort) {

    Path data(Server server) {
        return settings.data().resolve(server.name().toLowerCase(Locale.ROOT));
    }

    Path log(Server server) {
        return settings.data().resolve("logs").resolve(server.name().toLowerCase(Locale.ROOT) + ".log");
    }

    static int port(String hostAndPort) {
        return Integer.parseInt(hostAndPort.substring(hostAndPort.lastIndexOf(':') + 1));
    }
}
