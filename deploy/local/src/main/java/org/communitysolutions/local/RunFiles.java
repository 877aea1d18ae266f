package org.communitysolutions.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.embedded.ServerException;

/** What a run leaves beside its data for scripts to find it: its process id, and where things answer. */
final class RunFiles {

    /** Where each part answers, by its name. */
    static final String ADDRESSES = "addresses";
    /** The process id of each part, by its name with hyphens for blanks. */
    static final String PROCESSES = "processes";

    private final Path data;
    private final FileChannel channel;

    private RunFiles(Path data, FileChannel channel) {
        this.data = data;
        this.channel = channel;
    }

    /**
     * Claims the data for this process; the operating system gives the claim up when the process ends.
     *
     * @throws ServerException if another run has them
     */
    static RunFiles claim(Path data) {
        try {
            Files.createDirectories(data);
            FileChannel channel =
                    FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new ServerException("A run is up in this checkout already; make stop ends it.");
            }
            Files.writeString(data.resolve("pid"), ProcessHandle.current().pid() + "\n");
            return new RunFiles(data, channel);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(data + " cannot be written.", unwritable);
        }
    }

    /** Says where things answer, and as which processes they run. */
    void publish(LocalPlatform platform) {
        Addresses servers = platform.servers();
        StringBuilder addresses = new StringBuilder("keycloak=%s\npostgresql=%s\nkafka=%s\nconnect=%s\n"
                .formatted(servers.keycloak(), servers.postgresql(), servers.bootstrapServers(), servers.connect()));
        for (Service service : platform.services()) {
            addresses
                    .append(service.code())
                    .append('=')
                    .append(platform.address(service))
                    .append('\n');
        }
        StringBuilder processes = new StringBuilder();
        platform.processes().forEach((part, pid) -> processes
                .append(part.replace(' ', '-'))
                .append('=')
                .append(pid)
                .append('\n'));
        try {
            Files.writeString(data.resolve(PROCESSES), processes);
            Files.writeString(data.resolve(ADDRESSES), addresses);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(data + " cannot be written.", unwritable);
        }
    }

    /**
     * Reads what a run in these data has published.
     *
     * @throws ServerException if none is up
     */
    static Properties read(Path data, String file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(data.resolve(file))) {
            properties.load(in);
            return properties;
        } catch (IOException notThere) {
            throw new ServerException("No run is up with its data in " + data + ".", notThere);
        }
    }

    /** When all parts have stopped: the data are free again. */
    void remove() {
        try {
            for (String file : List.of("pid", ADDRESSES, PROCESSES)) {
                Files.deleteIfExists(data.resolve(file));
            }
            channel.close();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(data + " cannot be written.", unwritable);
        }
    }
}
