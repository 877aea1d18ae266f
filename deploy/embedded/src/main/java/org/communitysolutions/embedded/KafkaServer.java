package org.communitysolutions.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Kafka: one process that is broker and controller, with the topics of {@code deploy/kafka/topics.yaml}. */
final class KafkaServer implements ServerProcess {

    private static final String CLUSTER_ID = "Y29tbXVuaXR5LXNvbHV0aQ";

    private final Installation installation;
    private final Path folder;

    KafkaServer(Installation installation) {
        this.installation = installation;
        this.folder = installation.data(Server.KAFKA);
    }

    @Override
    public Launch prepare() throws IOException {
        Files.createDirectories(folder);
        Path properties = Files.writeString(folder.resolve("server.properties"), properties());
        if (Files.notExists(folder.resolve("data/meta.properties"))) {
            OneOff.run(
                    command(
                            installation,
                            folder,
                            List.of(),
                            "kafka.tools.StorageTool",
                            "format",
                            "-t",
                            CLUSTER_ID,
                            "-c",
                            properties.toString()),
                    Map.of());
        }
        return Launch.of(
                        Server.KAFKA.title(),
                        command(installation, folder, options(), "kafka.Kafka", properties.toString()),
                        folder,
                        installation.log(Server.KAFKA))
                .withStop(Launch.Signal.TERM, Duration.ofSeconds(30));
    }

    private List<String> options() throws IOException {
        List<String> options = new ArrayList<>(List.of("-Xms128m", "-Xmx256m"));
        options.addAll(installation.sharedClasses(Server.KAFKA));
        return options;
    }

    /** The command of a program out of Kafka's distribution. */
    static List<String> command(
            Installation installation, Path folder, List<String> options, String... mainClassAndArguments)
            throws IOException {
        Path logging = folder.resolve("log4j2.properties");
        try (InputStream in = KafkaServer.class.getResourceAsStream("log4j2-servers.properties")) {
            Files.copy(in, logging, StandardCopyOption.REPLACE_EXISTING);
        }
        Path libraries = Files.writeString(folder.resolve("java.options"), "-cp " + libraries(installation));
        List<String> command = new ArrayList<>();
        command.add(installation.java().java().toString());
        command.addAll(installation.java().compactOptions());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                // The quick compiler alone nearly halves the work of starting; two cores are shared by eleven
                // processes.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dlog4j2.configurationFile=" + logging,
                "-Duser.timezone=UTC"));
        command.addAll(options);
        command.add("@" + libraries);
        command.addAll(List.of(mainClassAndArguments));
        return command;
    }

    private static String libraries(Installation installation) {
        return installation.settings().project().kafkaLibraries().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator, "\"", "\"\n"));
    }

    private String properties() {
        int port = Installation.port(installation.addresses().bootstrapServers());
        int controller = installation.kafkaControllerPort();
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                # A misspelled topic is an error, not a new topic.
                auto.create.topics.enable=false
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=10
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=10
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # A group of one member need not wait for others.
                group.initial.rebalance.delay.ms=0
                group.min.session.timeout.ms=3000
                num.network.threads=2
                num.io.threads=4
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(port, controller, folder.resolve("data"));
    }

    @Override
    public Probe probe() {
        Topics topics = Topics.read(installation.settings().project());
        return () -> topics.createIn(installation.addresses().bootstrapServers());
    }

    @Override
    public Duration limit() {
        return Duration.ofMinutes(1);
    }
}
