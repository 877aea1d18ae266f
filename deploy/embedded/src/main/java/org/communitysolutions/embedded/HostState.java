package org.communitysolutions.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * What the host of shared servers tells those who join.
 *
 * @param pid the host's process
 * @param startedAt when that process started, so that another one with the same number is not taken for it
 * @param addresses where the servers answer
 * @param ready which of them can be used
 * @param failures which of them cannot, and why
 */
record HostState(long pid, Instant startedAt, Addresses addresses, Set<Server> ready, Map<Server, String> failures) {

    private static final String FILE = "host.properties";

    static Path log(Path folder) {
        return folder.resolve("host.log");
    }

    static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(process -> process.isAlive() && startOf(process).equals(startedAt))
                .isPresent();
    }

    void write(Path folder) throws IOException {
        Properties properties = addresses.toProperties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("started-at", startedAt.toString());
        ready.forEach(server -> properties.setProperty("ready." + server, "true"));
        failures.forEach((server, why) -> properties.setProperty("failed." + server, why));
        Path unfinished = folder.resolve(FILE + ".unfinished");
        try (Writer out = Files.newBufferedWriter(unfinished)) {
            properties.store(out, "The servers that the tests of one build share");
        }
        Files.move(unfinished, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    static Optional<HostState> read(Path folder) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve(FILE))) {
            properties.load(in);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        Set<Server> ready = EnumSet.noneOf(Server.class);
        Map<Server, String> failures = new EnumMap<>(Server.class);
        for (Server server : Server.values()) {
            if (properties.containsKey("ready." + server)) {
                ready.add(server);
            }
            if (properties.containsKey("failed." + server)) {
                failures.put(server, properties.getProperty("failed." + server));
            }
        }
        return Optional.of(new HostState(
                Long.parseLong(properties.getProperty("pid")),
                Instant.parse(properties.getProperty("started-at")),
                Addresses.from(properties),
                ready,
                failures));
    }
}
