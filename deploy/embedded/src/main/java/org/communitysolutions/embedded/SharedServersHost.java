package org.communitysolutions.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Runs the servers that the tests of one build share, until the build ends. */
final class SharedServersHost {

    private final Path folder;
    private final Servers servers;
    private final Set<Server> ready = EnumSet.noneOf(Server.class);
    private final Map<Server, String> failures = new EnumMap<>(Server.class);

    private SharedServersHost(Path folder) {
        this.folder = folder;
        this.servers =
                new EmbeddedServers(Settings.onFreePorts(folder.resolve("data")).withProgress(this::log));
    }

    /** Arguments: the folder for state, data and logs; the pid of the build; the servers, if not all are wanted. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        ProcessHandle build = ProcessHandle.of(Long.parseLong(arguments[1]))
                .orElseThrow(() -> new ServerException("The build has ended already."));
        SharedServersHost host = new SharedServersHost(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(host.servers::close, "stop servers"));
        Set<Server> wanted = EnumSet.noneOf(Server.class);
        Stream.of(arguments).skip(2).map(Server::valueOf).forEach(wanted::add);
        host.begin(wanted.isEmpty() ? EnumSet.allOf(Server.class) : wanted);
        build.onExit().join();
        System.exit(0);
    }

    private void begin(Set<Server> wanted) {
        Map<Server, CompletableFuture<Void>> begun = servers.begin(wanted);
        write();
        begun.forEach((server, future) -> Thread.ofVirtual().start(() -> settle(server, future)));
    }

    private void settle(Server server, CompletableFuture<Void> future) {
        try {
            future.join();
            note(() -> ready.add(server));
        } catch (CompletionException failure) {
            note(() -> failures.put(server, ServerException.from(failure).getMessage()));
        }
    }

    private synchronized void note(Runnable change) {
        change.run();
        write();
    }

    private synchronized void write() {
        ProcessHandle self = ProcessHandle.current();
        try {
            new HostState(self.pid(), HostState.startOf(self), servers.addresses(), ready, failures).write(folder);
        } catch (IOException cannotTell) {
            throw new UncheckedIOException(cannotTell);
        }
    }

    private void log(Progress.Status status) {
        System.out.printf(
                "%s %s %s after %d ms%n",
                status.name(), status.state(), status.detail(), status.elapsed().toMillis());
        status.lastLines().forEach(line -> System.out.println("  " + line));
    }
}
