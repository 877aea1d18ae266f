package org.communitysolutions.local.borough;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.Rest;
import org.communitysolutions.local.RunningPlatform;
import org.communitysolutions.local.Service;

/**
 * Measures the time from the commit of an import to the task that stands in case-management, for each of 3,000 households,
 * while debt-advice publishes 200 events a second: every half second an extract of 50 accounts comes in, each of which
 * has missed its last two instalments.
 *
 * <p>Both ends are read where they are committed, in the databases of the two services, every few milliseconds, so that
 * the clock is one and reading delays both alike.
 */
public final class MeasureImportToTask {

    private static final int EXTRACTS = 60;
    private static final int ACCOUNTS = 50;
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long BETWEEN_LOOKS_MILLIS = 4;

    private static final String COMMITTED =
            "select household_id from account where household_id = any(?) and instalments_paid < instalments_due";
    private static final String VISIBLE =
            "select household_id from task where household_id = any(?) and state = 'OPEN'";

    private final RunningPlatform platform;
    private final Borough borough;
    private final Map<UUID, Long> committed = new ConcurrentHashMap<>();
    private final Map<UUID, Long> visible = new ConcurrentHashMap<>();

    private MeasureImportToTask(RunningPlatform platform, Borough borough) {
        this.platform = platform;
        this.borough = borough;
    }

    /**
     * Measures and prints.
     *
     * @param arguments the folder of the run's data
     */
    public static void main(String[] arguments) throws SQLException, InterruptedException {
        Path data = Path.of(arguments[0]);
        LoadedBorough loaded =
                LoadedBorough.read(data).orElseThrow(() -> new ServerException("No borough is loaded in " + data));
        new MeasureImportToTask(new RunningPlatform(data), loaded.borough()).measure(loaded.households());
    }

    private void measure(int homes) throws SQLException, InterruptedException {
        List<Home> paidUp = borough.homes(0, homes)
                .filter(home -> home.councilTax().missed() == 0)
                .limit(EXTRACTS * ACCOUNTS)
                .toList();
        Set<UUID> households = households(paidUp);
        CompletableFuture<Void> seen = CompletableFuture.allOf(
                watch(Service.DEBT_ADVICE, COMMITTED, households, committed),
                watch(Service.CASE_MANAGEMENT, VISIBLE, households, visible));
        send(paidUp);
        seen.join();
        List<Long> millis = new ArrayList<>();
        visible.forEach((household, at) -> millis.add((at - committed.get(household)) / 1_000_000));
        millis.sort(Long::compare);
        System.out.printf("import_to_task_p50_ms=%d%n", millis.get(millis.size() / 2));
        System.out.printf("import_to_task_p99_ms=%d%n", millis.get(millis.size() * 99 / 100));
        System.out.printf("import_to_task_max_ms=%d%n", millis.getLast());
    }

    private void send(List<Home> homes) throws InterruptedException {
        BoroughFiles files = new BoroughFiles(borough);
        URI address = platform.address(Service.DEBT_ADVICE).resolve("/api/debt-advice/v1/council-tax-extracts");
        try (Rest rest = new Rest(platform.tokenEndpoint())) {
            List<CompletableFuture<Void>> sent = new ArrayList<>();
            long due = System.nanoTime();
            for (int from = 0; from < homes.size(); from += ACCOUNTS) {
                String csv = files.councilTaxBehindByTwo(homes.subList(from, Math.min(from + ACCOUNTS, homes.size())));
                sent.add(CompletableFuture.runAsync(
                        () -> rest.postCsv("debt-adviser", address, csv).good(), Thread::startVirtualThread));
                due += BETWEEN.toNanos();
                Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            }
            sent.forEach(CompletableFuture::join);
        }
    }

    private CompletableFuture<Void> watch(
            Service service, String question, Set<UUID> households, Map<UUID, Long> firstSeen) {
        return CompletableFuture.runAsync(
                () -> {
                    long deadline = System.nanoTime() + LIMIT.toNanos();
                    try (Connection connection = connect(service);
                            PreparedStatement select = connection.prepareStatement(question)) {
                        Set<UUID> pending = new HashSet<>(households);
                        while (!pending.isEmpty()) {
                            look(connection, select, pending, firstSeen);
                            if (System.nanoTime() > deadline) {
                                throw new ServerException(
                                        pending.size() + " households were not seen in " + service.code());
                            }
                            Thread.sleep(BETWEEN_LOOKS_MILLIS);
                        }
                    } catch (SQLException unreadable) {
                        throw new ServerException(service.code() + " cannot be read.", unreadable);
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                },
                Thread::startVirtualThread);
    }

    private static void look(
            Connection connection, PreparedStatement select, Set<UUID> pending, Map<UUID, Long> firstSeen)
            throws SQLException {
        select.setArray(1, connection.createArrayOf("uuid", pending.toArray()));
        try (ResultSet rows = select.executeQuery()) {
            long now = System.nanoTime();
            while (rows.next()) {
                UUID household = rows.getObject(1, UUID.class);
                if (pending.remove(household)) {
                    firstSeen.put(household, now);
                }
            }
        }
    }

    private Set<UUID> households(List<Home> homes) throws SQLException {
        Map<String, UUID> known = new HashMap<>();
        try (Connection connection = connect(Service.DEBT_ADVICE);
                PreparedStatement select =
                        connection.prepareStatement("select uprn, id from household where uprn = any(?)")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", homes.stream().map(Home::uprn).toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    known.put(rows.getString(1), rows.getObject(2, UUID.class));
                }
            }
        }
        return new HashSet<>(known.values());
    }

    /** As the cluster's own administrator, whom row-level security does not bind. Local only. */
    private Connection connect(Service service) throws SQLException {
        return DriverManager.getConnection(platform.database(service), "postgres", "postgres");
    }
}
