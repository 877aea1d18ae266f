package org.communitysolutions.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A process that this JVM started: watched, with a log, stopped in good order, and never orphaned. It leads a session of
 * its own, so a Ctrl-C in the terminal reaches this JVM alone and the JVM decides the order in which things stop.
 */
public final class ChildProcess {

    private static final List<String> INHERITED =
            List.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "TMPDIR");
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(50);
    private static final int LAST_LINES = 20;

    private final Launch launch;
    private final Progress progress;
    private final Process process;
    private final long startedAt = System.nanoTime();
    private final CompletableFuture<Integer> exited;
    private volatile boolean stopping;

    private ChildProcess(Launch launch, Progress progress, Process process) {
        this.launch = launch;
        this.progress = progress;
        this.process = process;
        this.exited = process.onExit().thenApply(this::ended);
    }

    /**
     * Starts a process and returns at once.
     *
     * @throws UncheckedIOException if it cannot be started
     */
    public static ChildProcess start(Launch launch, Progress progress) {
        try {
            Files.createDirectories(launch.directory());
            Files.createDirectories(launch.log().toAbsolutePath().getParent());
            keepPreviousLog(launch.log());
            Process process = gated(launch).start();
            // The gate is a shell that waits for one line. It opens only when the watchdog knows the pid; if this JVM
            // is killed
            // before, the shell reads the end of the pipe and goes.
            Watchdog.guard(process.pid(), launch.stopSignal());
            ChildProcess child = new ChildProcess(launch, progress, process);
            child.report(Progress.State.STARTING, "");
            try (OutputStream gate = process.getOutputStream()) {
                gate.write("go\n".getBytes(StandardCharsets.US_ASCII));
            }
            return child;
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(launch.name() + " cannot be started.", cannotStart);
        }
    }

    private static ProcessBuilder gated(Launch launch) {
        List<String> command =
                new ArrayList<>(List.of("setsid", "sh", "-c", "read -r go && exec \"$@\" </dev/null", launch.name()));
        command.addAll(launch.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(launch.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(launch.log().toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(INHERITED);
        environment.putAll(launch.environment());
        return builder;
    }

    private static void keepPreviousLog(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".previous"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    public String name() {
        return launch.name();
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return launch.log();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit status when the process has ended, for whatever reason. */
    public CompletableFuture<Integer> exited() {
        return exited.copy();
    }

    /**
     * Asks every 50 ms whether the process is ready.
     *
     * @return completes when it is; fails with a {@link ServerException} when the process ends first, the probe fails, or
     *     the limit passes
     */
    public CompletableFuture<Void> ready(Probe probe, Duration limit) {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Thread.ofVirtual().name("await " + launch.name()).start(() -> {
            try {
                await(probe, limit);
                report(Progress.State.READY, "");
                ready.complete(null);
            } catch (Exception notReady) {
                if (notReady instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                if (isAlive()) {
                    report(Progress.State.FAILED, notReady.getMessage());
                }
                ready.completeExceptionally(notReady);
            }
        });
        return ready;
    }

    private void await(Probe probe, Duration limit) throws Exception {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!probe.isReady()) {
            if (process.waitFor(BETWEEN_PROBES.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ServerException(launch.name() + " " + howItEnded());
            }
            if (System.nanoTime() > deadline) {
                throw new ServerException("%s was not ready after %d seconds; its log is %s"
                        .formatted(launch.name(), limit.toSeconds(), launch.log()));
            }
        }
    }

    /** Stops the process in good order, kills it when its grace has passed, and returns when it is gone. */
    public void stop() {
        stopping = true;
        signal(launch.stopSignal().name(), Long.toString(pid()));
        waitUntilGone(launch.grace());
    }

    /** Kills the process and all of its group, as a crash would, and returns when it is gone. */
    public void kill() {
        stopping = true;
        signal("KILL", "-" + pid());
        waitUntilGone(Duration.ofSeconds(10));
    }

    private void waitUntilGone(Duration limit) {
        try {
            exited.copy().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException stillThere) {
            signal("KILL", "-" + pid());
            exited.join();
        }
    }

    private void signal(String signal, String target) {
        if (!process.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("sh", "-c", "kill -s " + signal + " -- " + target)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException cannotSignal) {
            throw new UncheckedIOException(launch.name() + " cannot be signalled.", cannotSignal);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last lines of its log, oldest first; at most {@code count}, read from the last 64 KiB. */
    public List<String> lastLines(int count) {
        return LogTail.of(launch.log(), count);
    }

    /** The memory it holds now, in bytes: its proportional share ({@code Pss}), as the kernel counts it. */
    public OptionalLong memory() {
        return ProcessMemory.of(pid());
    }

    private int ended(Process gone) {
        Watchdog.release(gone.pid());
        if (stopping) {
            report(Progress.State.STOPPED, "");
        } else {
            report(Progress.State.FAILED, howItEnded());
        }
        return gone.exitValue();
    }

    private String howItEnded() {
        return "ended with status " + process.exitValue() + "; its log is " + launch.log();
    }

    private void report(Progress.State state, String detail) {
        progress.changed(new Progress.Status(
                launch.name(),
                state,
                detail == null ? "" : detail,
                Duration.ofNanos(System.nanoTime() - startedAt),
                OptionalLong.of(pid()),
                launch.log(),
                state == Progress.State.FAILED ? lastLines(LAST_LINES) : List.of()));
    }
}
