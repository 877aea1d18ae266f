package org.communitysolutions.embedded;

import java.util.ServiceLoader;

/** Where servers come from. The containers profile adds a second source beside the processes. */
@FunctionalInterface
public interface ServersSource {

    /** Servers that are not started yet. */
    Servers create(Settings settings);

    /** Containers if they are on the class path, processes otherwise. */
    static ServersSource best() {
        return ServiceLoader.load(ServersSource.class).findFirst().orElse(EmbeddedServers::new);
    }
}
