package org.communitysolutions.local;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.communitysolutions.embedded.ProcessMemory;

/** Prints what each part of a run holds in memory, in MB; pages that several share count once between them. */
public final class MeasureMemory {

    private static final long MEGABYTE = 1024 * 1024;

    private MeasureMemory() {}

    /**
     * Prints it.
     *
     * @param arguments the folder of the run's data
     */
    public static void main(String[] arguments) {
        Map<String, Long> memory = new TreeMap<>();
        new RunningPlatform(Path.of(arguments[0])).processes().forEach((part, pid) -> memory.put(part, megabytes(pid)));
        memory.forEach((part, megabytes) -> System.out.printf("resident_mb_%s=%d%n", name(part), megabytes));
        System.out.printf(
                "resident_mb_total=%d%n",
                memory.values().stream().mapToLong(Long::longValue).sum());
    }

    private static long megabytes(long pid) {
        return ProcessMemory.of(pid).orElse(0) / MEGABYTE;
    }

    private static String name(String part) {
        return part.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }
}
