package org.communitysolutions.local.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.communitysolutions.embedded.ChildProcess;
import org.communitysolutions.embedded.JavaHome;
import org.communitysolutions.embedded.Launch;
import org.communitysolutions.embedded.Progress;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.Environment;
import org.communitysolutions.local.Service;
import org.communitysolutions.local.ServiceJvm;
import org.communitysolutions.local.history.History;
import org.communitysolutions.local.history.HistoryTopics;
import org.communitysolutions.local.history.Totals;

/**
 * Measures the risk service. HOUSEHOLDS and EVENTS say on how much; with SIZES=1 it is measured, instead, what an event costs
 * among a tenth and among ten times as many households. The last lines are name=value.
 */
public final class BenchRisk {

    private static final String BARE_DATABASE = "bare_loop";
    private static final int SEED = 1;

    private final ProjectTree project;
    private final BenchServers servers;
    private final LocalDate last = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    private Totals truth = new Totals();

    private BenchRisk(ProjectTree project, BenchServers servers) {
        this.project = project;
        this.servers = servers;
    }

    public static void main(String[] arguments) throws SQLException, InterruptedException {
        Map<String, String> environment = System.getenv();
        int households =
                (int) Environment.number(environment, "HOUSEHOLDS", History.USUAL_HOUSEHOLDS, 1_000, 2_000_000);
        long events = Environment.number(
                environment, "EVENTS", (long) History.USUAL_EVENTS_EACH * households, households, 100_000_000);
        try {
            if (Environment.number(environment, "SIZES", 0, 0, 1) == 1) {
                CostBySize.measure(households, events);
            } else {
                measure(households, events);
            }
        } catch (ServerException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    /** On empty data of its own; they stay, to be looked at. */
    static BenchRisk onNewServers() {
        ProjectTree project = ProjectTree.find();
        Path data = project.root().resolve(".local/bench");
        System.out.println("Starting PostgreSQL and Kafka on empty data in "
                + project.root().relativize(data));
        return new BenchRisk(project, new BenchServers(project, data));
    }

    BenchServers servers() {
        return servers;
    }

    private static void measure(int households, long events) throws SQLException, InterruptedException {
        BenchRisk bench = onNewServers();
        bench.migrate();
        FilledTopics topics = bench.fill(households, events);
        Drain bare = bench.bareLoop(topics);
        System.out.println(bare.describe());
        RiskService service = RiskService.start(bench.servers);
        Drain drain = bench.drain(service, topics);
        System.out.println(drain.describe());
        System.out.printf(
                Locale.UK,
                "  for the same events the service costs %.1f times what the loop does%n",
                drain.cpu() / bare.cpu());
        Backtest backtest = bench.backtest(service);
        Latency latency = bench.latency();
        double resident = bench.memory(service);
        double restart = bench.restart(service);
        service.stop();
        System.out.printf(Locale.ROOT, "events_per_second=%.0f%n", drain.eventsPerSecond());
        System.out.printf(Locale.ROOT, "bare_loop_events_per_second=%.0f%n", bare.eventsPerSecond());
        System.out.printf(Locale.ROOT, "drain_ratio=%.2f%n", drain.eventsPerSecond() / bare.eventsPerSecond());
        System.out.printf(Locale.ROOT, "p50_ms=%.0f%n", latency.percentile(50));
        System.out.printf(Locale.ROOT, "p99_ms=%.0f%n", latency.percentile(99));
        System.out.printf(Locale.ROOT, "resident_mb=%.0f%n", resident);
        System.out.printf(Locale.ROOT, "restart_s=%.1f%n", restart);
        System.out.printf(Locale.ROOT, "backtest_s=%.1f%n", backtest.seconds());
    }

    /** Publishes a history of so many events or somewhat more. */
    FilledTopics fill(int households, long events) throws InterruptedException {
        System.out.printf(Locale.UK, "Publishing about %,d events of %,d households%n", events, households);
        long began = System.nanoTime();
        String bootstrapServers = servers.addresses().bootstrapServers();
        try (HistoryTopics topics = new HistoryTopics(bootstrapServers, 20)) {
            truth = new History(SEED, households, last, History.USUAL_MONTHS, events).tell(topics::publish, row -> {});
        }
        FilledTopics topics = FilledTopics.look(bootstrapServers);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                Locale.UK,
                "  %,d events in %.1f s, %,.0f a second%n",
                topics.events(),
                seconds,
                topics.events() / seconds);
        return topics;
    }

    /** The loop gets a copy of the service's tables, as the service has made them and before there is anything in them. */
    private void migrate() throws SQLException {
        RiskService service = RiskService.start(servers);
        service.awaitReady();
        service.stop();
        servers.administer("create database " + BARE_DATABASE + " template " + RiskService.DATABASE);
    }

    private Drain bareLoop(FilledTopics topics) throws SQLException, InterruptedException {
        System.out.println("Bare loop: the same events, the same rows, no thought");
        servers.administer("checkpoint");
        ChildProcess process = ChildProcess.start(bareLaunch(), Progress.SILENT);
        try {
            return Drain.await(process, topics, servers, BARE_DATABASE);
        } finally {
            process.stop();
            servers.administer("drop database " + BARE_DATABASE + " with (force)", "checkpoint");
        }
    }

    private Launch bareLaunch() {
        List<String> command = new ArrayList<>(new ServiceJvm(JavaHome.newest(), project).bareCommand(Service.RISK));
        command.addAll(List.of("-Dslf4j.internal.verbosity=ERROR", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(BareLoop.class.getName(), servers.addresses().bootstrapServers()));
        command.addAll(servers.credentials(BARE_DATABASE));
        command.add(String.join(",", FilledTopics.names()));
        Path log = servers.settings().data().resolve("logs/bare-loop.log");
        return Launch.of("Bare loop", command, project.root(), log);
    }

    /** The service takes in all that is published. */
    Drain drain(RiskService service, FilledTopics topics) throws SQLException, InterruptedException {
        System.out.println("Risk: from nothing to the last event");
        service.awaitReady();
        return Drain.await(service.process(), topics, servers, RiskService.DATABASE);
    }

    /** The live rules on the whole history; what it counts is held against what the history says. */
    private Backtest backtest(RiskService service) throws InterruptedException {
        System.out.printf("Backtest: the live rules on %d months%n", History.USUAL_MONTHS);
        try (BenchIssuer issuer = new BenchIssuer(servers.addresses().issuer())) {
            LocalDate end = last.plusDays(1);
            Backtest backtest = Backtest.run(service.address(), issuer, end.minusMonths(History.USUAL_MONTHS), end);
            System.out.printf(
                    Locale.UK,
                    "  %,d households in %.1f s; %,d met an outcome, %,d of them with warning%n",
                    backtest.households(),
                    backtest.seconds(),
                    backtest.met(),
                    backtest.warned());
            if (backtest.met() != truth.met()) {
                throw new ServerException("By the history %,d households met an outcome, and not %,d"
                        .formatted(truth.met(), backtest.met()));
            }
            return backtest;
        }
    }

    private Latency latency() throws SQLException, InterruptedException {
        System.out.println("Latency: 1,000 events a second for 30 seconds, a task for one of ten");
        Latency latency = Latency.measure(servers);
        System.out.printf(
                Locale.UK,
                "  %,d tasks; half within %.1f ms, 99 in 100 within %.1f ms, the last after %.1f ms%n",
                latency.millis().size(),
                latency.percentile(50),
                latency.percentile(99),
                latency.millis().getLast());
        return latency;
    }

    private double memory(RiskService service) {
        double resident = service.residentMegabytes();
        System.out.printf(
                Locale.UK,
                "Memory: %.0f MB resident, %.0f MB in proportion%n",
                resident,
                service.proportionalMegabytes());
        return resident;
    }

    private double restart(RiskService service) {
        System.out.println("Restart: killed, and started again");
        double seconds = service.killAndStart();
        System.out.printf(Locale.UK, "  ready after %.1f s%n", seconds);
        return seconds;
    }
}
