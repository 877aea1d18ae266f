package org.communitysolutions.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;

/** All four servers with fresh data, started once for the tests of this module. */
final class RunningServers {

    private static EmbeddedServers servers;

    private RunningServers() {}

    static synchronized EmbeddedServers get() {
        if (servers == null) {
            EmbeddedServers started = new EmbeddedServers(Settings.onFreePorts(freshFolder("servers")));
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop servers"));
            started.start(EnumSet.allOf(Server.class));
            servers = started;
        }
        return servers;
    }

    static Path freshFolder(String name) {
        Path folder =
                ProjectTree.find().root().resolve("deploy/embedded/target/it").resolve(name);
        try {
            Archives.deleteTree(folder);
        } catch (IOException inUse) {
            throw new UncheckedIOException(inUse);
        }
        return folder;
    }
}
