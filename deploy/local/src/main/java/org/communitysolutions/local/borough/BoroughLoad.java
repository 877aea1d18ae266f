package org.communitysolutions.local.borough;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.communitysolutions.embedded.Deadline;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.Bar;
import org.communitysolutions.local.CatchUp;
import org.communitysolutions.local.LocalPlatform;
import org.communitysolutions.local.Rest;
import org.communitysolutions.local.Service;

/** Loads the borough through the services' own REST, as the systems of a council would. */
public final class BoroughLoad {

    /** How many households there are unless a person says otherwise. */
    public static final int USUAL_HOUSEHOLDS = 2_000;

    static final long SEED = 20_261_121;
    static final ZoneId COUNCIL = ZoneId.of("Europe/London");

    private static final int CHUNK = 2_000;

    private final LocalPlatform platform;
    private final Rest rest;
    private final CatchUp catchUp;
    private final Consumer<Bar> progress;

    public BoroughLoad(LocalPlatform platform, Rest rest, CatchUp catchUp, Consumer<Bar> progress) {
        this.platform = platform;
        this.rest = rest;
        this.catchUp = catchUp;
        this.progress = progress;
    }

    /**
     * The day that the borough in a run's data speaks of: that on which it was first loaded, today if none is.
     *
     * @param data where the run keeps its data
     */
    public static LocalDate asAt(Path data) {
        return LoadedBorough.read(data).map(loaded -> loaded.borough().asAt()).orElseGet(() -> LocalDate.now(COUNCIL));
    }

    /**
     * Loads what is not there yet.
     *
     * @param data where the run keeps its data
     * @param wanted how many households the borough is to have
     * @param asAt see {@link #asAt}
     * @return one sentence that says what the borough is
     * @throws ServerException if a service refuses a part of it
     */
    public String load(Path data, int wanted, LocalDate asAt) {
        LoadedBorough loaded = LoadedBorough.read(data)
                .orElseGet(() -> new LoadedBorough(Borough.EDITION, new Borough(SEED, asAt), 0));
        if (loaded.edition() != Borough.EDITION) {
            return "The data hold a borough made by another edition of the generator, which stays as it is;"
                    + " make clean-data lets the next run make a new one.";
        }
        if (wanted == 0 && loaded.households() == 0) {
            loaded.write(data);
            return "No borough is loaded.";
        }
        if (loaded.households() < wanted) {
            loaded.write(data);
            load(loaded.borough(), loaded.households(), wanted);
            loaded = loaded.grownTo(wanted);
            loaded.write(data);
        }
        return "Nettlebridge, an invented borough, has %,d households; its accounts speak of %s."
                .formatted(loaded.households(), loaded.borough().asAt());
    }

    private void load(Borough borough, int from, int to) {
        BoroughFiles files = new BoroughFiles(borough);
        households(files, from, to);
        catchUp.await("Households known", Service.DEBT_ADVICE);
        extract("Council-tax accounts", "council-tax-extracts", files.councilTax(from, to));
        extract("Rent accounts", "rent-extracts", files.rent(from, to));
        if (from == 0) {
            happenings(borough, to);
        }
        catchUp.await("Events read by risk", Service.RISK);
        catchUp.await("Tasks raised", Service.CASE_MANAGEMENT);
    }

    private void households(BoroughFiles files, int from, int to) {
        URI address = platform.address(Service.INTAKE).resolve("/api/intake/v1/household-imports");
        long began = System.nanoTime();
        for (int next = from; next < to; next += CHUNK) {
            int end = Math.min(next + CHUNK, to);
            JsonNode report = rest.postCsv("team-manager", address, files.households(next, end))
                    .good()
                    .body();
            if (report.path("refused").asInt() > 0) {
                throw new ServerException("Intake refused households: " + report.path("reasons"));
            }
            progress.accept(new Bar("Households", end - from, to - from, since(began)));
        }
    }

    private void extract(String what, String resource, String csv) {
        URI address = platform.address(Service.DEBT_ADVICE).resolve("/api/debt-advice/v1/" + resource);
        long total = csv.lines().count() - 1;
        long began = System.nanoTime();
        URI report = rest.postCsv("team-manager", address, csv)
                .good()
                .location()
                .orElseThrow(() -> new ServerException("Debt-advice took an extract and named no report."));
        follow(what, total, began, () -> {
            JsonNode body = rest.get("team-manager", report).good().body();
            JsonNode counts = body.path("counts");
            if (counts.path("refused").asInt() > 0) {
                throw new ServerException("Debt-advice refused accounts; the report is " + report);
            }
            boolean applied = body.path("state").asText().equals("applied");
            long done = counts.path("taken").asLong() + counts.path("unchanged").asLong();
            return applied ? total : Math.min(done, total - 1);
        });
    }

    private void happenings(Borough borough, int homes) {
        long began = System.nanoTime();
        List<Runnable> happenings = new Happenings(platform, rest, borough).among(homes);
        int done = 0;
        for (Runnable happening : happenings) {
            happening.run();
            done++;
            progress.accept(new Bar("Other happenings", done, happenings.size(), since(began)));
        }
    }

    private void follow(String what, long total, long began, LongSupplier done) {
        long now = done.getAsLong();
        while (now < total) {
            progress.accept(new Bar(what, now, total, since(began)));
            Deadline.pause();
            now = done.getAsLong();
        }
        progress.accept(new Bar(what, total, total, since(began)));
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
