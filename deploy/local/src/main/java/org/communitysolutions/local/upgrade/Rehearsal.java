package org.communitysolutions.local.upgrade;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.Backlog;
import org.communitysolutions.local.CatchUp;
import org.communitysolutions.local.Rest;
import org.communitysolutions.local.Service;
import org.communitysolutions.local.borough.ArrearsFiles;

/** A change to what runs, made while front-line apps work, and what became of what they asked for. */
final class Rehearsal {

    private static final ZoneId COUNCIL = ZoneId.of("Europe/London");
    /** What many processes ask of few processors in their first seconds is not the change's doing. */
    private static final Duration WARMING_UP = Duration.ofSeconds(45);

    private static final Duration AFTERWARDS = Duration.ofSeconds(10);
    private static final int HOMES = 4_000;

    private final Fleet fleet;
    private final Consumer<String> progress;
    private final Books books;

    Rehearsal(Fleet fleet, Consumer<String> progress) {
        this.fleet = fleet;
        this.progress = progress;
        this.books = new Books(fleet.servers());
    }

    /** What is done to the fleet. */
    interface Change {
        void make() throws InterruptedException;
    }

    /** Loads a small borough, makes the change under load, and counts; also if the change could not be made. */
    Findings of(Change change) throws InterruptedException, SQLException {
        LocalDate today = LocalDate.now(COUNCIL);
        ArrearsFiles files = new ArrearsFiles(today);
        try (Rest rest = new Rest(fleet.servers());
                Backlog backlog = new Backlog(fleet.servers())) {
            CatchUp catchUp = new CatchUp(backlog, bar -> {});
            progress.accept("Importing %,d households".formatted(HOMES));
            rest.postCsv(
                            "team-manager",
                            fleet.address(Service.INTAKE).resolve("household-imports"),
                            files.households(HOMES))
                    .good();
            catchUp.await("", Service.DEBT_ADVICE);
            catchUp.await("", Service.RISK);
            List<UUID> households =
                    new ArrayList<>(books.households(files.uprns(0, HOMES)).values());
            Load load = new Load(fleet, rest, files, HOMES, households, today.toString());
            long began = System.nanoTime();
            load.begin();
            progress.accept("Letting all become warm");
            Thread.sleep(WARMING_UP);
            Duration changed = load.age();
            String brokenOff = "";
            try {
                change.make();
            } catch (ServerException failure) {
                brokenOff = failure.getMessage();
            }
            Thread.sleep(AFTERWARDS);
            load.end();
            long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
            progress.accept("Waiting until all tasks are there");
            for (Service service : List.of(Service.DEBT_ADVICE, Service.RISK, Service.CASE_MANAGEMENT)) {
                catchUp.await("", service);
            }
            return findings(load, changed, seconds, brokenOff);
        }
    }

    private Findings findings(Load load, Duration changed, long seconds, String brokenOff) throws SQLException {
        List<UUID> behind = List.copyOf(books.households(load.behind()).values());
        Map<UUID, List<Double>> tasks = books.tasks(behind);
        Map<UUID, List<Double>> accounts = books.accounts(behind);
        int lost = 0;
        int doubled = 0;
        for (Service service : List.of(Service.INTAKE, Service.HOMELESSNESS_PREVENTION, Service.EMPLOYMENT_OUTCOMES)) {
            if (fleet.services().contains(service)) {
                int more = books.rowsWritten(service) - load.written(service);
                lost += Math.max(0, -more);
                doubled += Math.max(0, more);
            }
        }
        double longest = tasks.entrySet().stream()
                .mapToDouble(task -> task.getValue().getFirst()
                        - accounts.getOrDefault(task.getKey(), task.getValue()).getFirst())
                .max()
                .orElse(0);
        return new Findings(
                brokenOff,
                load.requests(),
                load.answered(changed),
                load.failures(),
                lost,
                doubled,
                behind.size(),
                behind.size() - tasks.size(),
                tasks.values().stream().mapToInt(List::size).sum() - tasks.size(),
                books.astray(),
                Math.round(longest),
                seconds);
    }
}
