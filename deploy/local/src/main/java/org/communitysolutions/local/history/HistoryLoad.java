package org.communitysolutions.local.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.embedded.ChildProcess;
import org.communitysolutions.embedded.Deadline;
import org.communitysolutions.embedded.JavaHome;
import org.communitysolutions.embedded.Launch;
import org.communitysolutions.embedded.Progress;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.Backlog;
import org.communitysolutions.local.Bar;
import org.communitysolutions.local.CatchUp;
import org.communitysolutions.local.RunSettings;
import org.communitysolutions.local.Service;

/**
 * Gives a run a past: the history of more households than those of the borough, on the topics of their services. A process of
 * its own publishes it, so that the launcher stays small.
 */
public final class HistoryLoad {

    /** How many households have a history unless a person says otherwise: a tenth of the borough of the published account. */
    public static final int USUAL_HOUSEHOLDS = LifeCourse.OF_HOUSEHOLDS / 10;

    private static final long SEED = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunSettings settings;
    private final Addresses servers;
    private final Backlog backlog;
    private final CatchUp catchUp;
    private final Consumer<Bar> progress;
    private final Path folder;

    public HistoryLoad(
            RunSettings settings, Addresses servers, Backlog backlog, CatchUp catchUp, Consumer<Bar> progress) {
        this.settings = settings;
        this.servers = servers;
        this.backlog = backlog;
        this.catchUp = catchUp;
        this.progress = progress;
        this.folder = settings.data().resolve("history");
    }

    /**
     * Loads it unless it is there.
     *
     * @param wanted how many households are to have a history
     * @param last the last day of it
     * @return a sentence or two that say what there is
     * @throws ServerException if it cannot be published
     */
    public String load(int wanted, LocalDate last) {
        Optional<LoadedHistory> there = LoadedHistory.read(folder);
        Optional<LoadedHistory> missing =
                LoadedHistory.missing(there, wanted, new LoadedHistory(SEED, wanted, last, false));
        if (missing.isPresent()) {
            missing.get().write(folder);
            publish(missing.get());
            missing.get().asWhole().write(folder);
            catchUp.await("History read by risk", Service.RISK);
        }
        return there.or(() -> missing).map(history -> sentence(history, wanted)).orElse("No household has a history.");
    }

    private void publish(LoadedHistory history) {
        long expected = (long) History.USUAL_EVENTS_EACH * history.households();
        long before = backlog.published(EventType.topics());
        long began = System.nanoTime();
        ChildProcess writer = ChildProcess.start(launch(history), Progress.SILENT);
        try {
            while (writer.isAlive()) {
                long done = backlog.published(EventType.topics()) - before;
                progress.accept(bar(Math.min(done, expected - 1), expected, began));
                Deadline.pause();
            }
        } finally {
            writer.stop();
        }
        if (writer.exited().join() != 0) {
            throw new ServerException("The history was not published: " + String.join("\n", writer.lastLines(5)));
        }
        long events = totals().path("events").asLong();
        progress.accept(bar(events, events, began));
    }

    private static Bar bar(long done, long total, long began) {
        return new Bar("Events of two years", done, total, Duration.ofNanos(System.nanoTime() - began));
    }

    private Launch launch(LoadedHistory history) {
        List<String> command = List.of(
                JavaHome.newest().home().resolve("bin/java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                WriteHistory.class.getName(),
                folder.toString(),
                "--seed",
                Long.toString(history.seed()),
                "--households",
                Integer.toString(history.households()),
                "--until",
                history.last().toString(),
                "--bootstrap-servers",
                servers.bootstrapServers());
        Path log = settings.data().resolve("logs/history.log");
        return Launch.of("history", command, settings.project().root(), log);
    }

    private String sentence(LoadedHistory history, int wanted) {
        JsonNode combination = totals().path("combination");
        String other = wanted == history.households() || wanted == 0
                ? ""
                : " Only make clean-data lets the next run tell of another number.";
        return String.format(
                Locale.UK,
                "Two years of %,d more households, up to %s, are known to risk; %,d hold the combination of risks at their"
                        + " end, %,d of them known to nobody.%s%nWhat is true of each is in %s.",
                history.households(),
                history.last(),
                combination.path("households").asLong(),
                combination.path("unknown").asLong(),
                other,
                settings.project().root().relativize(folder.resolve("truth.csv")));
    }

    private JsonNode totals() {
        try {
            return JSON.readTree(folder.resolve("truth.json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(folder + " has no totals.", unreadable);
        }
    }
}
