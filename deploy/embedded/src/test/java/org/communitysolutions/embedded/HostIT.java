package org.communitysolutions.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HostIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void theHostEndsWithEverythingItStartedWhenTheBuildEnds() throws Exception {
        Process build = new ProcessBuilder("sleep", "600").start();
        Path folder = RunningServers.freshFolder("host-of-a-build");
        Process host = startHost(folder, build.pid(), Set.of(Server.POSTGRESQL));
        Set<ProcessHandle> children = awaitChildren(folder, host, Set.of(Server.POSTGRESQL));

        build.destroyForcibly();

        await().atMost(LIMIT).until(() -> !host.isAlive());
        await().atMost(LIMIT).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(HostState.read(folder).orElseThrow().isAlive()).isFalse();
    }

    @Test
    void noServerIsOrphanedWhenItsParentIsKilled() throws Exception {
        Path folder = RunningServers.freshFolder("killed-host");
        Process host = startHost(folder, ProcessHandle.current().pid(), Set.of(Server.POSTGRESQL, Server.KAFKA));
        Set<ProcessHandle> children = awaitChildren(folder, host, Set.of(Server.POSTGRESQL, Server.KAFKA));

        host.destroyForcibly();

        await().atMost(LIMIT).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static Process startHost(Path folder, long build, Set<Server> servers) throws Exception {
        Files.createDirectories(folder);
        String libraries = ProjectTree.find().hostLibraries().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                JavaHome.newest().java().toString(),
                "-cp",
                libraries,
                SharedServersHost.class.getName(),
                folder.toString(),
                Long.toString(build)));
        servers.forEach(server -> command.add(server.name()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(HostState.log(folder).toFile())
                .start();
    }

    /** The watchdog, the servers and whatever they started. */
    private static Set<ProcessHandle> awaitChildren(Path folder, Process host, Set<Server> servers) {
        await().atMost(LIMIT).until(() -> HostState.read(folder)
                .filter(state -> state.ready().containsAll(servers))
                .isPresent());
        Set<ProcessHandle> children = host.descendants().collect(Collectors.toSet());
        assertThat(children.stream().map(child -> child.info().command().orElse("")))
                .anyMatch(command -> command.endsWith("/bin/postgres"));
        return children;
    }
}
