package org.communitysolutions.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.embedded.Server;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.borough.BoroughLoad;

/** What {@code make run} runs: everything starts, the borough is loaded, and all of it stays until Ctrl-C. */
public final class Run {

    private static final int MOST_HOUSEHOLDS = 1_000_000;

    private final RunSettings settings;
    private final int households;
    private final Screen screen;
    private final long began = System.nanoTime();
    private volatile boolean stopping;

    private Run(RunSettings settings, int households, Screen screen) {
        this.settings = settings;
        this.households = households;
        this.screen = screen;
    }

    public static void main(String[] arguments) {
        Screen screen = Screen.on(System.out, System.getenv());
        try {
            Map<String, String> environment = System.getenv();
            RunSettings settings = RunSettings.from(environment, ProjectTree.find());
            new Run(
                            settings,
                            (int) Environment.number(
                                    environment, "HOUSEHOLDS", BoroughLoad.USUAL_HOUSEHOLDS, 0, MOST_HOUSEHOLDS),
                            screen)
                    .run();
        } catch (ServerException refused) {
            screen.settle();
            screen.say("\n" + refused.getMessage());
        }
        System.exit(1);
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
        String ready = seconds();
        screen.say(platform.whileAllLive(() -> load(platform, ready)));
        throw new ServerException(platform.died().join() + " died, so the run ends.");
    }

    private String load(LocalPlatform platform, String ready) {
        try (Rest rest = new Rest(platform.servers());
                Backlog backlog = new Backlog(platform.servers())) {
            String borough =
                    new BoroughLoad(platform, rest, backlog, screen::advance).load(settings.data(), households);
            return new Welcome(platform, rest).text(ready, borough);
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
        files.remove();
    }

    private String seconds() {
        return String.format(Locale.UK, "%.1f s", (System.nanoTime() - began) / 1e9);
    }

    private String shortened(Path path) {
        return settings.project().root().relativize(path).toString();
    }
}
