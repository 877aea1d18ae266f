package org.communitysolutions.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class RestartIT {

    private static final Set<Server> STORES = Set.of(Server.POSTGRESQL, Server.KAFKA);

    @Test
    void dataAreKeptWhenEverythingIsStoppedAndStartedOnOtherPorts() throws Exception {
        Path data = RunningServers.freshFolder("kept");
        try (EmbeddedServers servers = new EmbeddedServers(Settings.onFreePorts(data))) {
            Addresses addresses = servers.start(STORES);
            new Sql(addresses, "intake", "intake_owner").run("create table kept as select 'still here' as text");
            try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", addresses.bootstrapServers()),
                    new StringSerializer(),
                    new StringSerializer())) {
                producer.send(new ProducerRecord<>("intake.events", "key", "still here"))
                        .get();
            }
        }

        try (EmbeddedServers servers = new EmbeddedServers(Settings.onFreePorts(data))) {
            Addresses addresses = servers.start(STORES);

            assertThat(new Sql(addresses, "intake", "intake_app").one("select text from kept"))
                    .isEqualTo("still here");
            try (TopicReader reader = new TopicReader(addresses, "intake.events")) {
                await().untilAsserted(() -> assertThat(reader.records()).hasSize(1));
            }
        }
    }

    @Test
    void aServerThatDiesIsReportedWithTheEndOfItsLog() {
        List<Progress.Status> heard = new CopyOnWriteArrayList<>();
        Path data = RunningServers.freshFolder("dying");
        try (EmbeddedServers servers =
                new EmbeddedServers(Settings.onFreePorts(data).withProgress(heard::add))) {
            servers.start(Set.of(Server.POSTGRESQL));
            long pid = servers.process(Server.POSTGRESQL).pid();

            ProcessHandle.of(pid).orElseThrow().destroyForcibly();

            await().until(() -> heard.getLast().state() == Progress.State.FAILED);
            assertThat(heard.getLast().detail()).contains("status 137");
            assertThat(heard.getLast().lastLines()).anyMatch(line -> line.contains("ready to accept connections"));
            servers.restart(Server.POSTGRESQL);
            assertThat(heard.getLast().state()).isEqualTo(Progress.State.READY);
        }
        assertThat(heard.getLast().state()).isEqualTo(Progress.State.STOPPED);
    }
}
