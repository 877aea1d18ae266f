package org.communitysolutions.local.recovery;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.embedded.OutboxConnectors;
import org.communitysolutions.embedded.OutboxRecovery;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.RunningPlatform;
import org.communitysolutions.local.Service;

/** What {@code scripts/recover-outbox} runs: brings outbox connectors back, those of {@code make run} or of a cluster. */
public final class RecoverOutbox {

    private static final String AGAIN = "--again";
    private static final String CONNECT = "CONNECT_URL";
    private static final String POSTGRESQL = "POSTGRESQL_ADDRESS";
    private static final String PASSWORD = "OUTBOX_CONNECTOR_PASSWORD";

    private RecoverOutbox() {}

    /**
     * Recovers and says what was found and done.
     *
     * @param arguments a service's name or {@code all}; {@code --again} to tell outboxes again whatever is found
     */
    public static void main(String[] arguments) {
        try {
            List<String> given = Arrays.asList(arguments);
            List<String> databases =
                    databases(given.stream().filter(word -> !word.equals(AGAIN)).toList());
            recover(databases, given.contains(AGAIN), System.getenv());
        } catch (ServerException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static List<String> databases(List<String> named) {
        List<Service> services = Arrays.stream(Service.values())
                .filter(service -> named.equals(List.of("all")) || named.equals(List.of(service.code())))
                .toList();
        if (services.isEmpty()) {
            throw new ServerException("Usage: scripts/recover-outbox <service|all> [--again]; the services are "
                    + String.join(
                            ", ",
                            Arrays.stream(Service.values()).map(Service::code).toList()));
        }
        return services.stream().map(Service::database).toList();
    }

    private static void recover(List<String> databases, boolean again, Map<String, String> environment) {
        if (environment.containsKey(CONNECT)) {
            OutboxRecovery.Access access = new OutboxRecovery.Access(
                    URI.create(environment.get(CONNECT)),
                    required(environment, POSTGRESQL),
                    required(environment, PASSWORD));
            // Who runs a cluster makes its connectors, with passwords and certificates that are not known here.
            recover(databases, again, access, database -> Optional.empty());
        } else {
            ProjectTree project = ProjectTree.find();
            Path data = project.root().resolve(environment.getOrDefault("RUN_DATA", ".local/run"));
            Addresses servers = new RunningPlatform(data).servers();
            OutboxConnectors connectors = new OutboxConnectors(servers, project);
            recover(
                    databases,
                    again,
                    OutboxRecovery.Access.local(servers),
                    database -> Optional.of(connectors.configuration(database)));
        }
    }

    private static void recover(
            List<String> databases,
            boolean again,
            OutboxRecovery.Access access,
            Function<String, Optional<String>> configurations) {
        try (OutboxRecovery recovery = new OutboxRecovery(access, configurations, RecoverOutbox::say)) {
            TogetherForAll.run(databases, database -> {
                if (again) {
                    recovery.tellAgain(database);
                } else {
                    recovery.recover(database);
                }
            });
        }
    }

    private static void say(String text) {
        System.out.println(text);
    }

    private static String required(Map<String, String> environment, String variable) {
        String value = environment.getOrDefault(variable, "");
        if (value.isBlank()) {
            throw new ServerException(
                    "With %s, %s has to be set too: %s is host:port of PostgreSQL, %s that of the role."
                            .formatted(CONNECT, variable, POSTGRESQL, PASSWORD));
        }
        return value;
    }
}
