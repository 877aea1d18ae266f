package org.communitysolutions.images;

import java.io.IOException;
import java.util.EnumSet;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.embedded.EmbeddedServers;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.embedded.Server;
import org.communitysolutions.local.RunSettings;

/** PostgreSQL and Kafka on free ports and empty data, for services out of images. They need no Keycloak to start. */
final class TrialServers implements AutoCloseable {

    private final RunSettings settings;
    private final EmbeddedServers servers;

    TrialServers(ProjectTree project) throws IOException {
        var data = project.root().resolve(".local/images/trial");
        Folders.delete(data);
        settings = RunSettings.onFreePorts(project, data).settled();
        servers = new EmbeddedServers(settings.forServers());
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "stop servers"));
        servers.start(EnumSet.of(Server.POSTGRESQL, Server.KAFKA));
    }

    RunSettings settings() {
        return settings;
    }

    Addresses addresses() {
        return servers.addresses();
    }

    @Override
    public void close() {
        servers.close();
    }
}
