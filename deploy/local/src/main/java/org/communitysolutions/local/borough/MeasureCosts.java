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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.Backlog;
import org.communitysolutions.local.CatchUp;
import org.communitysolutions.local.Rest;
import org.communitysolutions.local.RunningPlatform;
import org.communitysolutions.local.Service;

/**
 * Measures what requests and changed accounts cost on a run with a borough: processor milliseconds of each part for one of
 * them, with all that follows from it (audit, outbox, Connect, Kafka, risk, task), less what the parts use when idle; and how
 * long answers take. It changes the borough's data.
 */
public final class MeasureCosts {

    private static final int WARMING_SECONDS = 5;
    private static final int COUNTED_SECONDS = 15;
    private static final int ACCOUNTS = 2_000;
    private static final Duration IDLE = Duration.ofSeconds(20);

    private static final String HOUSEHOLDS = "select id from household order by id";
    private static final String PAID_UP = """
            select household.uprn from household join account on account.household_id = household.id
            where account.kind = 'council-tax' and instalments_paid = instalments_due
            """;

    private final RunningPlatform platform;
    private final CatchUp catchUp;
    private final Rest rest;
    private final Map<String, Double> idle;

    private MeasureCosts(RunningPlatform platform, Backlog backlog, Rest rest) throws InterruptedException {
        this.platform = platform;
        this.catchUp = new CatchUp(backlog, bar -> {});
        this.rest = rest;
        ProcessorShares before = ProcessorShares.of(platform);
        Thread.sleep(IDLE);
        this.idle = ProcessorShares.of(platform).rateSince(before);
    }

    /**
     * Measures and prints, as name=value; times in milliseconds.
     *
     * @param arguments the folder of the run's data
     */
    public static void main(String[] arguments) throws SQLException, InterruptedException {
        Path data = Path.of(arguments[0]);
        LoadedBorough loaded =
                LoadedBorough.read(data).orElseThrow(() -> new ServerException("No borough is loaded in " + data));
        RunningPlatform platform = new RunningPlatform(data);
        try (Backlog backlog = new Backlog(platform.servers());
                Rest rest = new Rest(platform.tokenEndpoint())) {
            MeasureCosts costs = new MeasureCosts(platform, backlog, rest);
            costs.print("idle_second", scaled(costs.idle, 1e3));
            costs.requests();
            costs.accounts(loaded.borough(), loaded.households());
        }
    }

    private void requests() throws SQLException, InterruptedException {
        List<UUID> households =
                query(Service.INTAKE, HOUSEHOLDS).stream().map(UUID::fromString).toList();
        int next = 0;
        for (FrontLineRequest kind : FrontLineRequest.values()) {
            next += send(kind, WARMING_SECONDS, households, next).size();
            settle();
            ProcessorShares before = ProcessorShares.of(platform);
            List<Double> answers = send(kind, COUNTED_SECONDS, households, next);
            next += answers.size();
            settle();
            print(kind.code(), ProcessorShares.of(platform).millisForEach(answers.size(), before, idle));
            List<Double> sorted = answers.stream().sorted().toList();
            System.out.printf(Locale.ROOT, "%s_answer_p50_ms=%.1f%n", kind.code(), sorted.get(sorted.size() / 2));
            System.out.printf(
                    Locale.ROOT, "%s_answer_p99_ms=%.1f%n", kind.code(), sorted.get(sorted.size() * 99 / 100));
        }
    }

    /** Makes a request at its rate, about one household after another, and tells how long each answer took. */
    private List<Double> send(FrontLineRequest kind, int seconds, List<UUID> households, int from)
            throws InterruptedException {
        List<CompletableFuture<Double>> sent = new ArrayList<>();
        long due = System.nanoTime();
        for (int i = 0; i < seconds * kind.perSecond(); i++) {
            UUID household = households.get((from + i) % households.size());
            sent.add(CompletableFuture.supplyAsync(() -> timed(kind, household), Thread::startVirtualThread));
            due += Duration.ofSeconds(1).toNanos() / kind.perSecond();
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        }
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private double timed(FrontLineRequest kind, UUID household) {
        long began = System.nanoTime();
        kind.send(rest, platform, household).good();
        return (System.nanoTime() - began) / 1e6;
    }

    /** An extract in which accounts have missed two instalments each: a line, an event, a factor, a task. */
    private void accounts(Borough borough, int homes) throws SQLException {
        Set<String> paidUp = new HashSet<>(query(Service.DEBT_ADVICE, PAID_UP));
        List<Home> behind = borough.homes(0, homes)
                .filter(home -> paidUp.contains(home.uprn()))
                .limit(ACCOUNTS)
                .toList();
        URI address = FrontLineRequest.address(platform, Service.DEBT_ADVICE, "council-tax-extracts");
        String extract = new BoroughFiles(borough).councilTaxBehindByTwo(behind);
        ProcessorShares before = ProcessorShares.of(platform);
        rest.postCsv("debt-adviser", address, extract).good();
        settle();
        print("account_behind", ProcessorShares.of(platform).millisForEach(behind.size(), before, idle));
    }

    /** Until all that follows has happened. */
    private void settle() {
        catchUp.await("Households known", Service.DEBT_ADVICE);
        catchUp.await("Events read by risk", Service.RISK);
        catchUp.await("Tasks raised", Service.CASE_MANAGEMENT);
    }

    /** The parts that matter, and the sum of all. */
    private void print(String what, Map<String, Double> millis) {
        double total = millis.values().stream().mapToDouble(Double::doubleValue).sum();
        millis.forEach((part, used) -> {
            if (used > total / 100) {
                System.out.printf(
                        Locale.ROOT,
                        "%s_cpu_ms_%s=%.2f%n",
                        what,
                        part.toLowerCase(Locale.ROOT).replace('-', '_'),
                        used);
            }
        });
        System.out.printf(Locale.ROOT, "%s_cpu_ms=%.2f%n", what, total);
    }

    private static Map<String, Double> scaled(Map<String, Double> values, double factor) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> value.getValue() * factor));
    }

    /** As the cluster's own administrator, whom row-level security does not bind. Local only. */
    private List<String> query(Service service, String question) throws SQLException {
        List<String> answer = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(platform.database(service), "postgres", "postgres");
                PreparedStatement select = connection.prepareStatement(question);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                answer.add(rows.getString(1));
            }
        }
        return answer;
    }
}
