package org.communitysolutions.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Kafka Connect with Debezium's PostgreSQL connector: a cluster of one worker. */
final class ConnectServer implements ServerProcess {

    private final Installation installation;
    private final Path folder;

    ConnectServer(Installation installation) {
        this.installation = installation;
        this.folder = installation.data(Server.CONNECT);
    }

    @Override
    public Launch prepare() throws IOException {
        Files.createDirectories(folder);
        Path properties = Files.writeString(folder.resolve("worker.properties"), properties());
        return Launch.of(
                        Server.CONNECT.title(),
                        KafkaServer.command(
                                installation,
                                folder,
                                options(),
                                "org.apache.kafka.connect.cli.ConnectDistributed",
                                properties.toString()),
                        folder,
                        installation.log(Server.CONNECT))
                .withStop(Launch.Signal.TERM, Duration.ofSeconds(30));
    }

    private List<String> options() throws IOException {
        List<String> options = new ArrayList<>(List.of("-Xms96m", "-Xmx256m"));
        options.addAll(installation.sharedClasses(Server.CONNECT));
        return options;
    }

    private String properties() throws IOException {
        String addresses = """
                bootstrap.servers=%1$s
                listeners=http://127.0.0.1:%2$d
                rest.advertised.host.name=127.0.0.1
                rest.advertised.port=%2$d
                """.formatted(
                        installation.addresses().bootstrapServers(),
                        installation.addresses().connect().getPort());
        Path common = installation.settings().project().kafkaFiles().resolve("connect-worker.properties");
        return addresses + Files.readString(common);
    }

    @Override
    public Probe probe() {
        return Probe.http(installation.addresses().connect().resolve("/health"));
    }

    @Override
    public Duration limit() {
        return Duration.ofMinutes(2);
    }
}
