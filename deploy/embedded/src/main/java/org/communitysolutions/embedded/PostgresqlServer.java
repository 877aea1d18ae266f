package org.communitysolutions.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL with the databases and roles of the services. */
final class PostgresqlServer implements ServerProcess {

    private final Installation installation;
    private final Path cluster;

    PostgresqlServer(Installation installation) {
        this.installation = installation;
        this.cluster = installation.data(Server.POSTGRESQL);
    }

    @Override
    public Launch prepare() throws IOException {
        Path archive = installation.settings().project().postgresqlArchive();
        String version = archive.getFileName().toString().replaceAll(".*-(\\d[\\d.]*)\\.jar", "$1");
        Path programs = Archives.once(
                installation.settings().project().servers().resolve("postgresql-" + version),
                folder -> unpack(archive, folder));
        Unprivileged unprivileged = Unprivileged.choose(cluster);
        Archives.once(cluster, folder -> initialise(programs, folder, unprivileged));
        unprivileged.own(cluster);
        List<String> command = new ArrayList<>(unprivileged.prefix());
        command.add(programs.resolve("bin/postgres").toString());
        command.addAll(List.of("-D", cluster.toString()));
        options().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        // A fast shutdown: sessions are ended, nothing committed is lost.
        return Launch.of(
                        Server.POSTGRESQL.title(),
                        command,
                        installation.settings().data(),
                        installation.log(Server.POSTGRESQL))
                .withEnvironment(Map.of("LC_ALL", "C", "TZ", "UTC"))
                .withStop(Launch.Signal.INT, Duration.ofSeconds(20));
    }

    private Map<String, String> options() {
        return Map.ofEntries(
                Map.entry("listen_addresses", Ports.LOOPBACK),
                Map.entry(
                        "port",
                        Integer.toString(
                                Installation.port(installation.addresses().postgresql()))),
                Map.entry("unix_socket_directories", ""),
                Map.entry("password_encryption", "scram-sha-256"),
                Map.entry("wal_level", "logical"),
                Map.entry("max_replication_slots", "20"),
                Map.entry("max_wal_senders", "20"),
                // A connector that is away for long loses its slot rather than filling the disk.
                Map.entry("max_slot_wal_keep_size", "1GB"),
                // So that measurements can ask when a row was committed, without watching for it.
                Map.entry("track_commit_timestamp", "on"),
                // Checkpoints by time and not by what a load writes: each one has all pages written whole once more.
                Map.entry("max_wal_size", "2GB"),
                Map.entry("max_connections", "200"),
                Map.entry("shared_buffers", "128MB"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("lc_messages", "C"));
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        try (JarInputStream entries = new JarInputStream(Files.newInputStream(jar))) {
            for (JarEntry entry = entries.getNextJarEntry(); entry != null; entry = entries.getNextJarEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    try (InputStream tar = new XZInputStream(entries)) {
                        Archives.untar(tar, folder);
                    }
                    return;
                }
            }
        }
        throw new IOException(jar + " holds no PostgreSQL");
    }

    private static void initialise(Path programs, Path folder, Unprivileged unprivileged) throws IOException {
        Path password = Files.writeString(folder.resolveSibling("postgresql.password"), Databases.SUPERUSER_PASSWORD);
        unprivileged.own(folder);
        unprivileged.own(password);
        List<String> command = new ArrayList<>(unprivileged.prefix());
        command.addAll(List.of(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + folder,
                "--username=" + Databases.SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        try {
            OneOff.run(command, Map.of("LC_ALL", "C", "TZ", "UTC"));
        } finally {
            Files.delete(password);
        }
    }

    @Override
    public Probe probe() {
        return () -> {
            try (Connection connection = DriverManager.getConnection(
                    installation.addresses().jdbcUrl("postgres"), Databases.SUPERUSER, Databases.SUPERUSER_PASSWORD)) {
                Databases.create(connection, installation.addresses());
                return true;
            } catch (SQLException notYet) {
                if (notYet.getSQLState() != null
                        && (notYet.getSQLState().startsWith("08")
                                || notYet.getSQLState().equals("57P03"))) {
                    return false;
                }
                throw notYet;
            }
        };
    }

    @Override
    public Duration limit() {
        return Duration.ofMinutes(1);
    }
}
