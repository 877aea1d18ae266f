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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.Rest;
import org.communitysolutions.local.RunningPlatform;
import org.communitysolutions.local.Service;

/**
 * Measures the time from the commit of an import to the task that stands in case-management, while debt-advice publishes 200
 * events a second: every quarter of a second an extract of 25 accounts comes in, each of which has missed its last two
 * instalments. The first 2,000 households warm the services up; the 3,000 after them count.
 *
 * <p>Both ends are the moments at which PostgreSQL committed the rows, asked for afterwards, so that there is one clock and
 * nothing that watches.
 */
public final class MeasureImportToTask {

    private static final int WARMING = 2_000;
    private static final int COUNTED = 3_000;
    private static final int ACCOUNTS = 25;
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private static final String PAID_UP = """
            select household.uprn, household.id from household join account on account.household_id = household.id
            where account.kind = 'council-tax' and instalments_paid = instalments_due
            """;
    private static final String COMMITTED = """
            select household_id, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 as at_millis from account
            where household_id = any(?) and instalments_paid < instalments_due
            """;
    private static final String VISIBLE = """
            select household_id, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 as at_millis from task
            where household_id = any(?) and state = 'OPEN'
            """;

    private final RunningPlatform platform;
    private final Borough borough;

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
        Map<String, UUID> paidUp = paidUp();
        List<Home> chosen = borough.homes(0, homes)
                .filter(home -> paidUp.containsKey(home.uprn()))
                .limit(WARMING + COUNTED)
                .toList();
        send(chosen);
        Set<UUID> households = chosen.stream()
                .skip(WARMING)
                .map(home -> paidUp.get(home.uprn()))
                .collect(Collectors.toSet());
        Map<UUID, Double> visible = awaitAll(households);
        Map<UUID, Double> committed = moments(Service.DEBT_ADVICE, COMMITTED, households);
        List<Double> millis = visible.keySet().stream()
                .map(household -> visible.get(household) - committed.get(household))
                .sorted()
                .toList();
        System.out.printf(Locale.ROOT, "import_to_task_p50_ms=%.0f%n", millis.get(millis.size() / 2));
        System.out.printf(Locale.ROOT, "import_to_task_p99_ms=%.0f%n", millis.get(millis.size() * 99 / 100));
        System.out.printf(Locale.ROOT, "import_to_task_max_ms=%.0f%n", millis.getLast());
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

    private Map<UUID, Double> awaitAll(Set<UUID> households) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Map<UUID, Double> visible = moments(Service.CASE_MANAGEMENT, VISIBLE, households);
        while (visible.size() < households.size()) {
            if (System.nanoTime() > deadline) {
                throw new ServerException(
                        households.size() - visible.size() + " of the households have no task after " + LIMIT);
            }
            Thread.sleep(BETWEEN_LOOKS);
            visible = moments(Service.CASE_MANAGEMENT, VISIBLE, households);
        }
        return visible;
    }

    /** When the row of each household was committed, in milliseconds; the first if there are several. */
    private Map<UUID, Double> moments(Service service, String question, Set<UUID> households) throws SQLException {
        Map<UUID, Double> moments = new HashMap<>();
        try (Connection connection = connect(service);
                PreparedStatement select = connection.prepareStatement(question)) {
            select.setArray(1, connection.createArrayOf("uuid", households.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    moments.merge(rows.getObject("household_id", UUID.class), rows.getDouble("at_millis"), Math::min);
                }
            }
        }
        return moments;
    }

    /** The households that owe no instalment, by UPRN. */
    private Map<String, UUID> paidUp() throws SQLException {
        Map<String, UUID> paidUp = new HashMap<>();
        try (Connection connection = connect(Service.DEBT_ADVICE);
                PreparedStatement select = connection.prepareStatement(PAID_UP);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                paidUp.put(rows.getString("uprn"), rows.getObject("id", UUID.class));
            }
        }
        return paidUp;
    }

    /** As the cluster's own administrator, whom row-level security does not bind. Local only. */
    private Connection connect(Service service) throws SQLException {
        return DriverManager.getConnection(platform.database(service), "postgres", "postgres");
    }
}
