package org.communitysolutions.images;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.communitysolutions.embedded.PlatformSetup;
import org.communitysolutions.embedded.ProjectTree;

/** The images beside the services. */
enum Programs {

    /** Kafka Connect with Debezium's PostgreSQL connector. */
    OUTBOX_CONNECT {
        @Override
        ImagePlan plan(Plans plans, ImageSettings settings) throws IOException, InterruptedException {
            String title = "Kafka Connect with Debezium's PostgreSQL connector, which carries outboxes to Kafka.";
            List<Path> jars = listed(settings.project(), "deploy/embedded/servers/target/kafka.classpath");
            if (settings.connectBase().isPresent()) {
                List<Path> debezium = jars.stream()
                        .filter(jar -> PLUGIN.stream().anyMatch(jar.toString()::contains))
                        .toList();
                return plans.plugin(code(), title, settings.connectBase().get(), debezium);
            }
            return plans.program(
                    code(),
                    title,
                    jars,
                    List.of(worker(settings), settings.project().root().resolve(LOGGING)),
                    List.of(
                            "-Dlog4j2.configurationFile=/app/log4j2-servers.properties",
                            "-cp",
                            "/app/lib/*",
                            "org.apache.kafka.connect.cli.ConnectDistributed",
                            "/app/worker.properties"));
        }
    },

    /** What makes databases, topics and connectors on servers that have none. */
    PLATFORM_SETUP {
        @Override
        ImagePlan plan(Plans plans, ImageSettings settings) throws IOException, InterruptedException {
            String title = "Makes the databases, topics and connectors of Community Solutions, for trials.";
            Path own = settings.project().root().resolve("deploy/embedded/target/embedded-" + VERSION + ".jar");
            List<Path> jars = listed(settings.project(), "deploy/embedded/target/runtime.classpath");
            return plans.program(
                    code(),
                    title,
                    jars,
                    List.of(own),
                    List.of(
                            "-XX:TieredStopAtLevel=1",
                            "-Dslf4j.internal.verbosity=ERROR",
                            "-cp",
                            "/app/lib/*:/app/" + own.getFileName(),
                            PlatformSetup.class.getName()));
        }
    };

    /** Of Debezium and what it needs that Kafka Connect does not bring. */
    private static final List<String> PLUGIN = List.of("/io/debezium/", "/org/postgresql/", "/com/google/protobuf/");

    private static final String VERSION = "0.1.0-SNAPSHOT";

    private static final String LOGGING =
            "deploy/embedded/src/main/resources/org/communitysolutions/embedded/log4j2-servers.properties";

    /** Addresses come from outside; so does the connectors' password, which their configurations only refer to. */
    private static final String ADDRESSES = """
            config.providers=env
            config.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider
            config.providers.env.param.allowlist.pattern=KAFKA_BOOTSTRAP_SERVERS|CONNECT_HOST|OUTBOX_CONNECTOR_PASSWORD
            bootstrap.servers=${env:KAFKA_BOOTSTRAP_SERVERS}
            listeners=http://${env:CONNECT_HOST}:8083
            rest.advertised.host.name=${env:CONNECT_HOST}
            """;

    abstract ImagePlan plan(Plans plans, ImageSettings settings) throws IOException, InterruptedException;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Path worker(ImageSettings settings) throws IOException {
        String common = Files.readString(settings.project().root().resolve("deploy/kafka/connect-worker.properties"));
        Path folder = Files.createDirectories(settings.kept().resolve("connect"));
        return Files.writeString(folder.resolve("worker.properties"), ADDRESSES + common);
    }

    private static List<Path> listed(ProjectTree project, String list) throws IOException {
        String text = Files.readString(project.root().resolve(list)).strip();
        return Stream.of(text)
                .flatMap(line -> Arrays.stream(line.split(File.pathSeparator)))
                .map(Path::of)
                .toList();
    }
}
