package org.communitysolutions.local.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.communitysolutions.embedded.ChildProcess;
import org.communitysolutions.embedded.JavaHome;
import org.communitysolutions.embedded.Launch;
import org.communitysolutions.embedded.Progress;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.local.Service;
import org.communitysolutions.local.ServiceJvm;
import org.communitysolutions.local.history.History;
import org.communitysolutions.local.history.HistoryTopics;

/** Measures the risk service; the last lines it prints are name=value. */
public final class BenchRisk {

    private static final String BARE = "bare_loop";

    private final ProjectTree project = ProjectTree.find();
    private final Path data = project.root().resolve(".local/bench");
    private final BenchServers servers;

    private BenchRisk() {
        servers = new BenchServers(project, data);
    }

    public static void main(String[] arguments) throws SQLException, InterruptedException {
        new BenchRisk().run(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
        System.exit(0);
    }

    private void run(int households, long events) throws SQLException, InterruptedException {
        fill(households, events);
        FilledTopics topics = FilledTopics.look(servers.addresses().bootstrapServers());
        Drain bare = bareLoop(topics);
        System.out.println(bare.describe("Bare loop"));
        System.out.printf(Locale.ROOT, "bare_loop_events_per_second=%.0f%n", bare.eventsPerSecond());
    }

    private void fill(int households, long events) {
        System.out.printf(Locale.UK, "Filling the topics with %,d events of %,d households%n", events, households);
        long began = System.nanoTime();
        LongAdder told = new LongAdder();
        try (HistoryTopics topics = new HistoryTopics(servers.addresses().bootstrapServers())) {
            new History(1, households, LocalDate.now(java.time.ZoneOffset.UTC).minusDays(1), 24, events)
                    .tell(
                            event -> {
                                topics.publish(event);
                                told.increment();
                            },
                            row -> {});
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(Locale.UK, "  %,d events in %.1f s, %,.0f a second%n", told.sum(), seconds, told.sum() / seconds);
    }

    private Drain bareLoop(FilledTopics topics) throws SQLException, InterruptedException {
        System.out.println("Bare loop: the same events, the same rows, no thought");
        servers.administer("create database " + BARE);
        try (Connection connection = servers.connect(BARE)) {
            BareTables.create(connection);
        }
        servers.administer("checkpoint");
        List<String> command = new ArrayList<>(new ServiceJvm(JavaHome.newest(), project).bareCommand(Service.RISK));
        command.addAll(List.of("-Dslf4j.internal.verbosity=ERROR", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(BareLoop.class.getName(), servers.addresses().bootstrapServers()));
        command.addAll(servers.credentials(BARE));
        command.add(String.join(",", FilledTopics.names()));
        ChildProcess process = ChildProcess.start(
                Launch.of("bare-loop", command, project.root(), data.resolve("logs/bare-loop.log")), Progress.SILENT);
        try {
            return Drain.await(process, topics, servers, BARE);
        } finally {
            process.stop();
            servers.administer("drop database " + BARE + " with (force)", "checkpoint");
        }
    }
}
