package org.communitysolutions.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The servers that all tests of one build share. Whoever asks first starts a host of its own process, which starts all
 * servers on free ports with fresh data; it ends when the build ends. Builds do not share a host with one another.
 */
public final class SharedServers {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    /**
     * The environment variable that keeps the servers from build to build: the id of the process that they live for, for
     * instance a developer's shell.
     */
    public static final String KEEPER = "TEST_SERVERS_PID";

    private SharedServers() {}

    /**
     * Joins the servers of this build, starting them if nobody has, and waits until the needed ones are ready.
     *
     * @throws ServerException if one does not become ready
     */
    public static Addresses join(Set<Server> needed) {
        ProjectTree project = ProjectTree.find();
        ProcessHandle build = keeper();
        Path folder = project.test().resolve("build-" + build.pid());
        try {
            HostState state = find(folder).orElse(null);
            if (state == null) {
                state = startHost(project, folder, build);
            }
            return await(folder, needed);
        } catch (IOException unusable) {
            throw new UncheckedIOException("The shared servers in " + folder + " cannot be used.", unusable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerException("Waiting for the shared servers was interrupted", interrupted);
        }
    }

    /** The process that the servers live for: the named one, or the build. */
    private static ProcessHandle keeper() {
        return outlivesBuilds()
                ? ProcessHandle.of(Long.parseLong(System.getenv(KEEPER)))
                        .orElseThrow(() -> new ServerException("No process has the id in " + KEEPER))
                : outermostJava();
    }

    /** Whether the servers are those of a process that outlives the build, so that a test finds what earlier ones left. */
    public static boolean outlivesBuilds() {
        return System.getenv(KEEPER) != null;
    }

    /** The outermost Java above this process: Maven, or an IDE; this process itself if there is none. */
    private static ProcessHandle outermostJava() {
        ProcessHandle outermost = ProcessHandle.current();
        Optional<ProcessHandle> next = outermost.parent();
        while (next.isPresent()) {
            if (next.get()
                    .info()
                    .command()
                    .filter(command -> command.endsWith("/java"))
                    .isPresent()) {
                outermost = next.get();
            }
            next = next.get().parent();
        }
        return outermost;
    }

    private static Optional<HostState> find(Path folder) throws IOException {
        return HostState.read(folder).filter(HostState::isAlive);
    }

    private static HostState startHost(ProjectTree project, Path folder, ProcessHandle build)
            throws IOException, InterruptedException {
        Files.createDirectories(project.test());
        try (FileChannel channel = FileChannel.open(
                        project.test().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Optional<HostState> meanwhile = lock.isValid() ? find(folder) : Optional.empty();
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            clearDeadBuilds(project);
            Files.createDirectories(folder);
            Process host = new ProcessBuilder(command(project, folder, build))
                    .directory(project.root().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(HostState.log(folder).toFile())
                    .start();
            while (find(folder).isEmpty()) {
                if (!host.isAlive()) {
                    throw failed(folder, "The host of the shared servers ended");
                }
                Deadline.pause();
            }
            return find(folder).orElseThrow();
        }
    }

    private static List<String> command(ProjectTree project, Path folder, ProcessHandle build) {
        List<String> command =
                new ArrayList<>(List.of("setsid", JavaHome.newest().java().toString()));
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(
                project.hostLibraries().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.addAll(List.of(SharedServersHost.class.getName(), folder.toString(), Long.toString(build.pid())));
        return command;
    }

    private static void clearDeadBuilds(ProjectTree project) throws IOException {
        List<Path> builds;
        try (var folders = Files.list(project.test())) {
            builds = folders.filter(folder -> folder.getFileName().toString().startsWith("build-"))
                    .toList();
        }
        for (Path old : builds) {
            if (find(old).isEmpty()) {
                Archives.deleteTree(old);
            }
        }
    }

    private static Addresses await(Path folder, Set<Server> needed) throws IOException, InterruptedException {
        Deadline deadline = Deadline.in(LIMIT);
        while (true) {
            HostState state = find(folder).orElseThrow(() -> failed(folder, "The host of the shared servers ended"));
            for (Server server : needed) {
                if (state.failures().containsKey(server)) {
                    throw failed(
                            folder,
                            server.title() + " failed: " + state.failures().get(server));
                }
            }
            if (state.ready().containsAll(needed)) {
                return state.addresses();
            }
            if (deadline.hasPassed()) {
                throw failed(folder, "The shared servers were not ready after " + LIMIT.toMinutes() + " minutes");
            }
            Deadline.pause();
        }
    }

    private static ServerException failed(Path folder, String what) {
        Path log = HostState.log(folder);
        return new ServerException(what + "; the end of " + log + ":\n" + String.join("\n", LogTail.of(log, 20)));
    }
}
