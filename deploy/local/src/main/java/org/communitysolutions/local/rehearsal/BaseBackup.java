package org.communitysolutions.local.rehearsal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.communitysolutions.embedded.ServerException;

/**
 * A base backup of a PostgreSQL cluster that goes on working: its files as they are found, and the log that was written
 * meanwhile, by which PostgreSQL makes them what they were at the backup's end. Written after PostgreSQL's manual, "Making a
 * Base Backup Using the Low Level API"; the packaged binaries have no {@code pg_basebackup}.
 */
final class BaseBackup {

    /** What belongs to the running server and not to its data; slots among it, as in every base backup. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final String CONTROL = "global/pg_control";
    /** The control file is copied last, when it fits all others. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", CONTROL);

    private final Path cluster;
    private final Path backup;

    /**
     * A backup.
     *
     * @param cluster where the data of the running server are
     * @param backup where they are copied to; must not exist
     */
    BaseBackup(Path cluster, Path backup) {
        this.cluster = cluster;
        this.backup = backup;
    }

    /** What is done when all files are copied and the backup has not ended yet. */
    interface BeforeItsEnd {
        void run() throws SQLException;
    }

    /**
     * Takes it. What was committed before its end is in it.
     *
     * @param superuser a connection that is used for nothing else until then
     * @throws ServerException if the log was recycled before it could be copied
     */
    void take(Connection superuser, BeforeItsEnd last) throws SQLException, IOException {
        // The slot lives as long as the connection and keeps the log until it is copied.
        one(superuser, "select pg_create_physical_replication_slot('rehearsal_backup', true, true)");
        String first = one(superuser, "select pg_walfile_name(pg_backup_start('rehearsal', true))");
        copyTree(cluster, backup, EMPTIED, LEFT_OUT);
        Files.copy(cluster.resolve(CONTROL), backup.resolve(CONTROL), StandardCopyOption.COPY_ATTRIBUTES);
        last.run();
        try (Statement statement = superuser.createStatement();
                ResultSet end = statement.executeQuery(
                        "select labelfile, pg_walfile_name(lsn) from pg_backup_stop(wait_for_archive => false)")) {
            end.next();
            Files.writeString(backup.resolve("backup_label"), end.getString(1));
            copyLog(first, end.getString(2));
        }
        one(superuser, "select pg_drop_replication_slot('rehearsal_backup')");
    }

    private void copyLog(String first, String last) throws IOException {
        List<Path> segments;
        try (var files = Files.list(cluster.resolve("pg_wal"))) {
            segments = files.filter(file -> file.getFileName().toString().matches("[0-9A-F]{24}"))
                    .filter(file -> file.getFileName().toString().compareTo(first) >= 0)
                    .filter(file -> file.getFileName().toString().compareTo(last) <= 0)
                    .sorted()
                    .toList();
        }
        if (segments.isEmpty() || !segments.getFirst().endsWith(first)) {
            throw new ServerException(
                    "The log that the backup needs is gone: more was written meanwhile than is kept.");
        }
        for (Path segment : segments) {
            Files.copy(segment, backup.resolve("pg_wal").resolve(segment.getFileName()));
        }
    }

    /** Copies a folder whose files may change and go meanwhile; the log makes both good. */
    private static void copyTree(Path from, Path to, Set<String> emptied, Set<String> leftOut) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.copy(folder, to.resolve(from.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
                return emptied.contains(from.relativize(folder).toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path name = from.relativize(file);
                if (!leftOut.contains(name.toString())) {
                    try {
                        Files.copy(file, to.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                    } catch (NoSuchFileException dropped) {
                        Files.deleteIfExists(to.resolve(name));
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    /** Puts a finished backup where a server is to start on it. */
    static void restore(Path backup, Path cluster) throws IOException {
        Files.createDirectories(cluster.getParent());
        copyTree(backup, cluster, Set.of(), Set.of());
    }

    /** Its size in bytes. */
    long size() throws IOException {
        try (var files = Files.walk(backup)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String one(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
