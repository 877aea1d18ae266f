package org.communitysolutions.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.communitysolutions.embedded.ServerException;

/** What a run leaves beside its data for scripts to find it: its process id, and where things answer. */
final class RunFiles {

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

    /** Says where things answer. */
    void publish(LocalPlatform platform) {
        StringBuilder lines = new StringBuilder();
        lines.append("keycloak=").append(platform.servers().keycloak()).append('\n');
        for (Service service : platform.services()) {
            lines.append(service.code())
                    .append('=')
                    .append(platform.address(service))
                    .append('\n');
        }
        try {
            Files.writeString(data.resolve("addresses"), lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(data + " cannot be written.", unwritable);
        }
    }

    /** When all parts have stopped: the data are free again. */
    void remove() {
        try {
            Files.deleteIfExists(data.resolve("pid"));
            Files.deleteIfExists(data.resolve("addresses"));
            channel.close();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(data + " cannot be written.", unwritable);
        }
    }
}
