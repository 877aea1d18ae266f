package org.communitysolutions.local.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.embedded.Databases;
import org.communitysolutions.embedded.Deadline;
import org.communitysolutions.embedded.OutboxConnectors;
import org.communitysolutions.embedded.OutboxRecovery;
import org.communitysolutions.embedded.Progress;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.embedded.Server;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.Backlog;
import org.communitysolutions.local.Bar;
import org.communitysolutions.local.CatchUp;
import org.communitysolutions.local.EmptyFolder;
import org.communitysolutions.local.Environment;
import org.communitysolutions.local.LocalPlatform;
import org.communitysolutions.local.Rest;
import org.communitysolutions.local.RunSettings;
import org.communitysolutions.local.Service;
import org.communitysolutions.local.borough.BoroughLoad;
import org.communitysolutions.local.history.HistoryLoad;
import org.communitysolutions.local.recovery.ConsumerPositions;
import org.communitysolutions.local.recovery.TogetherForAll;

/**
 * Rehearses the loss of all databases: a platform with a borough is backed up while more households are imported, works on
 * for a while, and loses PostgreSQL. The backup is restored elsewhere, beside Kafka as it is, which tells of a time that the
 * databases know nothing of. What must hold then is counted.
 */
public final class RehearseRestore {

    private static final int GROWTH = 2_000;
    private static final int ROWS_UNDER_WAY = 1_000;
    /** What a run notes of the borough that is loaded. */
    private static final String LOADED = "borough.properties";

    private static final int MOST_HOUSEHOLDS = 1_000_000;
    private static final List<Service> READERS = List.of(Service.DEBT_ADVICE, Service.RISK, Service.CASE_MANAGEMENT);

    private final ProjectTree project = ProjectTree.find();
    private final Path folder = project.root().resolve(".local/rehearsal");
    private final Path before = folder.resolve("before");
    private final Path after = folder.resolve("after");
    private final BaseBackup backup = new BaseBackup(before.resolve("postgresql"), folder.resolve("backup"));
    private final LocalDate asAt = BoroughLoad.asAt(before);
    private final Figures figures = new Figures();
    private final int households;
    private final int withHistory;
    private final boolean kafkaIsLost;
    private Set<UUID> toldBeforeTheEnd = Set.of();
    private Set<UUID> toldInAll = Set.of();
    private long restoreBegan;
    private int grown;

    private RehearseRestore(int households, int withHistory, boolean kafkaIsLost) {
        this.households = households;
        this.grown = households;
        this.withHistory = withHistory;
        this.kafkaIsLost = kafkaIsLost;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> environment = System.getenv();
        try {
            RehearseRestore rehearsal = new RehearseRestore(
                    (int) Environment.number(
                            environment, "HOUSEHOLDS", BoroughLoad.USUAL_HOUSEHOLDS, 1, MOST_HOUSEHOLDS),
                    (int) Environment.number(environment, "HISTORY", HistoryLoad.USUAL_HOUSEHOLDS, 0, MOST_HOUSEHOLDS),
                    Environment.number(environment, "KAFKA_LOST", 0, 0, 1) == 1);
            rehearsal.rehearse();
            rehearsal.figures.print();
            rehearsal.figures.faults().forEach(System.err::println);
            System.exit(rehearsal.figures.faults().isEmpty() ? 0 : 1);
        } catch (ServerException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private void rehearse() throws Exception {
        EmptyFolder.at(folder);
        RunSettings settings =
                RunSettings.onFreePorts(project, before).askingFrom(asAt).settled();
        try (LocalPlatform platform = platform(settings)) {
            figures.time("start", "Starting a platform.", platform::start);
            figures.time("load", "Loading a borough.", () -> load(settings, platform, households));
            backUpAndLose(settings, platform);
        }
        restoreBegan = System.nanoTime();
        figures.time("restore_files", "Restoring the backup elsewhere.", this::restoreFiles);
        RunSettings others =
                RunSettings.onFreePorts(project, after).askingFrom(asAt).settled();
        try (LocalPlatform platform = platform(others)) {
            resume(platform);
            new RestoredPlatform(platform, figures).check(toldBeforeTheEnd, toldInAll);
            figures.time("load_again", "Importing what was under way again.", () -> load(others, platform, grown));
            new RestoredPlatform(platform, figures).checkTasks("after_load_again");
        }
    }

    private static LocalPlatform platform(RunSettings settings) {
        LocalPlatform platform = new LocalPlatform(settings, status -> {
            if (status.state() == Progress.State.FAILED) {
                System.err.println(status.name() + " failed: " + status.detail());
            }
        });
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop"));
        return platform;
    }

    private void load(RunSettings settings, LocalPlatform platform, int wanted) {
        try (Rest rest = new Rest(platform.servers());
                Backlog backlog = new Backlog(platform.servers())) {
            CatchUp catchUp = new CatchUp(backlog, RehearseRestore::unseen);
            new HistoryLoad(settings, platform.servers(), backlog, catchUp, RehearseRestore::unseen)
                    .load(withHistory, asAt.minusDays(1));
            new BoroughLoad(platform, rest, catchUp, RehearseRestore::unseen).load(settings.data(), wanted, asAt);
        }
    }

    private static void unseen(Bar bar) {
        // A rehearsal says what it does, and how long each step took.
    }

    private void backUpAndLose(RunSettings settings, LocalPlatform platform) throws Exception {
        Records records = new Records(platform.servers());
        int loaded = records.outboxes().size();
        Thread growing = Thread.ofVirtual().start(() -> grow(settings, platform));
        await(growing, () -> records.outboxes().size() > loaded + ROWS_UNDER_WAY);
        figures.time("backup", "Taking a base backup while more households are imported.", () -> {
            Files.createDirectories(folder);
            Files.copy(before.resolve(LOADED), folder.resolve(LOADED));
            try (Connection superuser = records.connect("postgres")) {
                backup.take(superuser, () -> toldBeforeTheEnd = records.outboxes());
            }
        });
        figures.note("backup_mb", backup.size() >> 20);
        await(growing, () -> records.outboxes().size() > toldBeforeTheEnd.size() + ROWS_UNDER_WAY);
        toldInAll = records.outboxes();
        System.out.println("Killing PostgreSQL.");
        platform.kill(Server.POSTGRESQL);
        growing.interrupt();
        growing.join();
    }

    /** Imports more and more households until it is interrupted. */
    private void grow(RunSettings settings, LocalPlatform platform) {
        try {
            while (true) {
                grown += GROWTH;
                load(settings, platform, grown);
            }
        } catch (ServerException brokenOff) {
            System.out.println("The import broke off: " + firstLine(brokenOff));
        }
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private interface Condition {
        boolean holds() throws SQLException;
    }

    private static void await(Thread growing, Condition condition) throws SQLException {
        while (!condition.holds() && growing.isAlive()) {
            Deadline.pause();
        }
    }

    /** PostgreSQL's data from the backup; all else as it is, as if other machines held it, unless Kafka is lost too. */
    private void restoreFiles() throws IOException {
        Files.createDirectories(after);
        BaseBackup.restore(folder.resolve("backup"), after.resolve("postgresql"));
        for (String kept : List.of("kafka", "keycloak", "history")) {
            if (!(kafkaIsLost && kept.equals("kafka")) && Files.exists(before.resolve(kept))) {
                Files.move(before.resolve(kept), after.resolve(kept));
            }
        }
        Files.copy(folder.resolve(LOADED), after.resolve(LOADED));
    }

    private void resume(LocalPlatform platform) throws Exception {
        long began = System.nanoTime();
        platform.startAfter(servers -> makeReady(servers, began));
        figures.time("restore_caught_up", "Waiting until the services have worked through.", () -> {
            try (Backlog backlog = new Backlog(platform.servers())) {
                CatchUp catchUp = new CatchUp(backlog, RehearseRestore::unseen);
                READERS.forEach(service -> catchUp.await(service.code(), service));
            }
        });
        figures.note("restore_total_s", Figures.since(restoreBegan));
    }

    /** What the runbook has an operator do while no service runs. */
    private void makeReady(Addresses servers, long began) {
        figures.note("restore_servers_s", Figures.since(began));
        OutboxConnectors connectors = new OutboxConnectors(servers, project);
        long next = System.nanoTime();
        new ConsumerPositions(servers, project).moveToTheEnd();
        figures.note("restore_positions_s", Figures.since(next));
        long last = System.nanoTime();
        try (OutboxRecovery recovery = new OutboxRecovery(
                OutboxRecovery.Access.local(servers),
                database -> Optional.of(connectors.configuration(database)),
                RehearseRestore::say)) {
            TogetherForAll.run(Databases.ALL, recovery::tellAgain);
        }
        figures.note("restore_tell_again_s", Figures.since(last));
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
