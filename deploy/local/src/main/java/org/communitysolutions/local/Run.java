package org.communitysolutions.local;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.embedded.Server;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.borough.BoroughLoad;
import org.communitysolutions.local.history.HistoryLoad;
import org.communitysolutions.local.tracing.TraceViewer;

/** What {@code make run} runs: everything starts, the borough is loaded, and all of it stays until Ctrl-C. */
public final class Run {

    private static final int MOST_HOUSEHOLDS = 1_000_000;

    private final RunSettings settings;
    private final Optional<TraceViewer> traces;
    private final int households;
    private final int withHistory;
    private final Screen screen;
    private final long began = System.nanoTime();
    private volatile boolean stopping;

    private Run(RunSettings settings, Optional<TraceViewer> traces, int households, int withHistory, Screen screen) {
        this.settings = settings;
        this.traces = traces;
        this.households = households;
        this.withHistory = withHistory;
        this.screen = screen;
    }

    public static void main(String[] arguments) {
        Screen screen = Screen.on(System.out, System.getenv());
        try {
            Map<String, String> environment = System.getenv();
            RunSettings settings = RunSettings.from(environment, ProjectTree.find());
            int households = number(environment, "HOUSEHOLDS", BoroughLoad.USUAL_HOUSEHOLDS);
            int usual = households == 0 ? 0 : HistoryLoad.USUAL_HOUSEHOLDS;
            Optional<TraceViewer> traces = TraceViewer.isWished(environment)
                    ? Optional.of(TraceViewer.start(settings.project(), settings.data(), environment, status -> {}))
                    : Optional.empty();
            new Run(
                            settings.askingFrom(BoroughLoad.asAt(settings.data()))
                                    .telling(traces.map(TraceViewer::variables).orElse(Map.of())),
                            traces,
                            households,
                            number(environment, "HISTORY", usual),
                            screen)
                    .run();
        } catch (ServerException refused) {
            screen.settle();
            screen.say("\n" + refused.getMessage());
        }
        System.exit(1);
    }

    private static int number(Map<String, String> environment, String variable, int otherwise) {
        return (int) Environment.number(environment, variable, otherwise, 0, MOST_HOUSEHOLDS);
    }

    private void run() {
        RunFiles files = RunFiles.claim(settings.data());
        try {
            LocalPlatform platform = new LocalPlatform(settings, screen);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, files), "stop"));
            stay(platform, files);
        } catch (ServerException failure) {
            // Parts that are stopped while they start fail too; that is no news.
            if (!stopping) {
                throw failure;
            }
        }
    }

    /** Never returns while all parts live. */
    private void stay(LocalPlatform platform, RunFiles files) {
        screen.say("Starting Community Solutions; data and logs are in " + shortened(settings.data()) + "\n");
        screen.watch(parts());
        platform.start();
        screen.settle();
        files.publish(platform);
        screen.say("\nReady after " + seconds() + ". The borough is loaded meanwhile.\n");
        screen.say(platform.whileAllLive(() -> load(platform)));
        throw new ServerException(platform.died().join() + " died, so the run ends.");
    }

    /** The history first: what happened in the two years before comes before what is told today. */
    private String load(LocalPlatform platform) {
        LocalDate asAt = settings.asksFrom().orElseThrow();
        try (Rest rest = new Rest(platform.servers());
                Backlog backlog = new Backlog(platform.servers())) {
            CatchUp catchUp = new CatchUp(backlog, screen::advance);
            String history = new HistoryLoad(settings, platform.servers(), backlog, catchUp, screen::advance)
                    .load(withHistory, asAt.minusDays(1));
            String borough =
                    new BoroughLoad(platform, rest, catchUp, screen::advance).load(settings.data(), households, asAt);
            return new Welcome(platform, rest, traces).text(borough + "\n" + history);
        }
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>(
                Arrays.stream(Server.values()).map(Server::title).toList());
        settings.services().keySet().forEach(service -> parts.add(service.code()));
        parts.add(LocalPlatform.CONNECTORS);
        return parts;
    }

    private void stop(LocalPlatform platform, RunFiles files) {
        stopping = true;
        screen.settle();
        screen.say("\nStopping.");
        platform.close();
        traces.ifPresent(TraceViewer::close);
        files.remove();
    }

    private String seconds() {
        return String.format(Locale.UK, "%.1f s", (System.nanoTime() - began) / 1e9);
    }

    private String shortened(Path path) {
        return settings.project().root().relativize(path).toString();
    }
}
