package org.communitysolutions.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.embedded.ServerException;

/** A run that another process started, as it published itself. */
public final class RunningPlatform {

    private final Properties addresses;
    private final Properties processes;

    /**
     * Finds it by its data.
     *
     * @throws ServerException if none is up
     */
    public RunningPlatform(Path data) {
        addresses = RunFiles.read(data, RunFiles.ADDRESSES);
        processes = RunFiles.read(data, RunFiles.PROCESSES);
    }

    /** Where its servers answer. */
    public Addresses servers() {
        String postgresql = addresses.getProperty("postgresql");
        return new Addresses(
                postgresql,
                postgresql,
                addresses.getProperty("kafka"),
                URI.create(addresses.getProperty("connect")),
                URI.create(addresses.getProperty("keycloak")));
    }

    /** Where a service answers. */
    public URI address(Service service) {
        return URI.create(addresses.getProperty(service.code()));
    }

    /** A JDBC URL of a service's database, without credentials. */
    public String database(Service service) {
        return "jdbc:postgresql://" + addresses.getProperty("postgresql") + "/" + service.database();
    }

    /** The process id of each part, by its name with hyphens for blanks. */
    public Map<String, Long> processes() {
        return processes.stringPropertyNames().stream()
                .collect(Collectors.toMap(part -> part, part -> Long.valueOf(processes.getProperty(part))));
    }

    /** Where tokens are to be had. */
    public URI tokenEndpoint() {
        return URI.create(
                addresses.getProperty("keycloak") + "/realms/community-solutions/protocol/openid-connect/token");
    }
}
