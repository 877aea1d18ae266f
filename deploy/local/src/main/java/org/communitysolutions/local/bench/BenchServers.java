package org.communitysolutions.local.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.embedded.EmbeddedServers;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.embedded.Server;
import org.communitysolutions.local.CpuTime;
import org.communitysolutions.local.EmptyFolder;
import org.communitysolutions.local.RunSettings;

/** PostgreSQL and Kafka for one measurement, on free ports and empty data. */
final class BenchServers implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final RunSettings settings;
    private final EmbeddedServers servers;

    /** Starts them; what an earlier measurement left in the folder is removed. */
    BenchServers(ProjectTree project, Path data) {
        EmptyFolder.at(data);
        settings = RunSettings.onFreePorts(project, data).settled();
        servers = new EmbeddedServers(settings.forServers());
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop servers"));
        servers.start(EnumSet.of(Server.POSTGRESQL, Server.KAFKA));
    }

    RunSettings settings() {
        return settings;
    }

    Addresses addresses() {
        return servers.addresses();
    }

    /** Processor seconds used so far. */
    double cpuSeconds(Server server) {
        return CpuTime.seconds(servers.process(server).pid());
    }

    /** As the administrator of the cluster, whom row-level security does not bind. Local only. */
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(servers.addresses().jdbcUrl(database), SUPERUSER, SUPERUSER);
    }

    /** Arguments by which another process of this measurement connects likewise. */
    List<String> credentials(String database) {
        return List.of(servers.addresses().jdbcUrl(database), SUPERUSER, SUPERUSER);
    }

    void administer(String... statements) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        servers.close();
    }
}
