package org.communitysolutions.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.EnumSet;
import java.util.Map;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.embedded.Databases;
import org.communitysolutions.embedded.Server;
import org.communitysolutions.embedded.SharedServers;

/** Points the service under test at the real servers of this build; the first test that asks starts them. */
public class RealServers implements QuarkusTestResourceLifecycleManager {

    static Addresses addresses() {
        return SharedServers.join(EnumSet.of(Server.POSTGRESQL, Server.KAFKA, Server.KEYCLOAK));
    }

    @Override
    public Map<String, String> start() {
        Addresses servers = addresses();
        String database = TestedService.database();
        if (SharedServers.outlivesBuilds()) {
            Databases.empty(servers, database);
        }
        return Map.ofEntries(
                Map.entry("quarkus.datasource.reactive.url", servers.reactiveUrl(database)),
                Map.entry("quarkus.datasource.owner.jdbc.url", servers.jdbcUrl(database)),
                Map.entry("quarkus.datasource.password", database + "_app"),
                Map.entry("quarkus.datasource.owner.password", database + "_owner"),
                Map.entry("kafka.bootstrap.servers", servers.bootstrapServers()),
                Map.entry("quarkus.oidc.auth-server-url", servers.issuer()),
                Map.entry("quarkus.http.test-port", "0"));
    }

    @Override
    public void stop() {
        // The servers serve the whole build and end with it.
    }
}
