package org.communitysolutions.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.embedded.JavaHome;
import org.communitysolutions.embedded.Launch;
import org.communitysolutions.embedded.ServerException;

/** How a service is launched. */
public final class ServiceProcess {

    /** The first stop after a build writes an archive of classes. */
    private static final Duration STOP = Duration.ofSeconds(60);

    private final RunSettings settings;
    private final Addresses servers;
    private final ServiceJvm jvm;

    public ServiceProcess(RunSettings settings, Addresses servers, JavaHome java) {
        this.settings = settings;
        this.servers = servers;
        this.jvm = new ServiceJvm(java, settings.project());
    }

    /**
     * Its command, environment and log.
     *
     * @throws ServerException if the service is not built
     */
    public Launch launch(Service service) {
        return launch(service, service.heapMegabytes());
    }

    /** The same with another largest heap, in MB. */
    public Launch launch(Service service, int heapMegabytes) {
        return launch(service, service.code(), heapMegabytes);
    }

    /** The same as one of several instances, whose log and folder have its own name. */
    public Launch launch(Service service, String instance) {
        return launch(service, instance, service.heapMegabytes());
    }

    private Launch launch(Service service, String instance, int heapMegabytes) {
        Path jar = service.application(settings.project()).resolve("quarkus-run.jar");
        if (Files.notExists(jar)) {
            throw new ServerException(service.code() + " is not built: run scripts/build first.");
        }
        List<String> command = new ArrayList<>(jvm.command(service, heapMegabytes));
        command.addAll(List.of("-jar", jar.toString()));
        Path directory = settings.data().resolve(instance);
        Path log = settings.data().resolve("logs").resolve(instance + ".log");
        return Launch.of(instance, command, directory, log)
                .withEnvironment(environment(service))
                .withStop(Launch.Signal.TERM, STOP);
    }

    private Map<String, String> environment(Service service) {
        URI postgresql = URI.create("postgresql://" + servers.postgresql());
        Map<String, String> environment = new HashMap<>(Map.of(
                "DATABASE_HOST",
                postgresql.getHost(),
                "DATABASE_PORT",
                Integer.toString(postgresql.getPort()),
                // Local only: the password of each local role is its name, and the secret is the realm's.
                "DATABASE_PASSWORD",
                service.database() + "_app",
                "DATABASE_OWNER_PASSWORD",
                service.database() + "_owner",
                "KAFKA_BOOTSTRAP_SERVERS",
                servers.bootstrapServers(),
                "OIDC_ISSUER",
                servers.issuer(),
                "OIDC_CLIENT_SECRET",
                service.code() + "-local-only",
                "HTTP_HOST",
                "127.0.0.1",
                "MALLOC_ARENA_MAX",
                "2"));
        if (service == Service.RISK) {
            settings.asksFrom().ifPresent(day -> environment.put("RISK_ASKS_FROM", day.toString()));
        }
        environment.putAll(settings.variables());
        settings.services().forEach((other, port) -> {
            environment.put(other.portVariable(), port.toString());
            environment.put(other.name() + "_URL", "http://localhost:" + port);
        });
        return environment;
    }
}
