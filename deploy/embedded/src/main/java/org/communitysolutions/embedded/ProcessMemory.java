package org.communitysolutions.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a process and its descendants hold in memory, as Linux counts it. */
public final class ProcessMemory {

    private ProcessMemory() {}

    /**
     * The proportional set size of a process and all its descendants, in bytes: pages shared by several processes
     * (PostgreSQL's buffers) are counted once. Empty where the kernel does not tell.
     */
    public static OptionalLong of(long pid) {
        Stream<Long> descendants = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid);
        long bytes = Stream.concat(Stream.of(pid), descendants)
                .mapToLong(ProcessMemory::proportionalSetSize)
                .sum();
        return bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    private static long proportionalSetSize(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }
}
