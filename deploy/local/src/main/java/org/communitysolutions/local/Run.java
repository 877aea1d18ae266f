package org.communitysolutions.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.embedded.Server;
import org.communitysolutions.embedded.ServerException;

/** What {@code make run} runs: everything starts, the borough is loaded, and all of it stays until Ctrl-C. */
public final class Run {

    private final RunSettings settings;
    private final Screen screen;
    private final long began = System.nanoTime();
    private volatile boolean stopping;

    private Run(RunSettings settings, Screen screen) {
        this.settings = settings;
        this.screen = screen;
    }

    public static void main(String[] arguments) {
        Screen screen = Screen.on(System.out, System.getenv());
        try {
            new Run(RunSettings.from(System.getenv(), ProjectTree.find()), screen).run();
        } catch (ServerException refused) {
            screen.settle();
            screen.say("\n" + refused.getMessage());
        }
        System.exit(1);
    }

    private void run() {
        try (RunFiles files = RunFiles.claim(settings.data())) {
            LocalPlatform platform = new LocalPlatform(settings, screen);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, files), "stop"));
            screen.say("Starting Community Solutions; data and logs are in " + shortened(settings.data()) + "\n");
            screen.watch(parts());
            platform.start();
            screen.settle();
            files.publish(platform);
            screen.say(Welcome.text(platform, seconds()));
            String part = platform.died().join();
            throw new ServerException(part + " died; the run ends.");
        } catch (ServerException failure) {
            // Parts that are stopped while they start fail too; that is no news.
            if (!stopping) {
                throw failure;
            }
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
        files.close();
    }

    private String seconds() {
        return String.format(Locale.UK, "%.1f s", (System.nanoTime() - began) / 1e9);
    }

    private String shortened(Path path) {
        return settings.project().root().relativize(path).toString();
    }
}
