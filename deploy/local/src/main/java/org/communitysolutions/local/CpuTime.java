package org.communitysolutions.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The processor time that a process and all that it started have used, as Linux counts it. */
public final class CpuTime {

    /** Linux tells it in hundredths of a second on all platforms that it runs on (USER_HZ). */
    private static final double TICKS_A_SECOND = 100;

    private CpuTime() {}

    /**
     * Seconds so far, in user and in kernel mode, of a process, of its descendants, and of those of them that have ended.
     *
     * @return 0 when there is no such process
     */
    public static double seconds(long pid) {
        Stream<Long> descendants = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid);
        return Stream.concat(Stream.of(pid), descendants)
                        .mapToLong(CpuTime::ticks)
                        .sum()
                / TICKS_A_SECOND;
    }

    /** See proc_pid_stat(5): fields 14 to 17, counted after the name, which may hold blanks. */
    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int field = 14; field <= 17; field++) {
                ticks += Long.parseLong(fields[field - 3]);
            }
            return ticks;
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
