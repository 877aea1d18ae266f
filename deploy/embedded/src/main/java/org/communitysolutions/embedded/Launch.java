package org.communitysolutions.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a process is to be started and stopped.
 *
 * @param name the name people know it by
 * @param command the program and its arguments
 * @param directory where it runs; made if missing
 * @param environment variables on top of a small inherited set (PATH, HOME, USER, LOGNAME, LANG, LC_ALL, TZ, TMPDIR)
 * @param log where its output goes; the log of the start before is kept beside it as {@code <name>.previous}
 * @param stopSignal the signal that asks it to stop in good order
 * @param grace how long it may take to stop before it is killed
 */
public record Launch(
        String name,
        List<String> command,
        Path directory,
        Map<String, String> environment,
        Path log,
        Signal stopSignal,
        Duration grace) {

    /** A signal that asks for a stop. */
    public enum Signal {
        TERM,
        /** For PostgreSQL, whose fast shutdown this is. */
        INT
    }

    /** A process which stops on TERM within half a minute; Java writes its archive of classes in that time. */
    public static Launch of(String name, List<String> command, Path directory, Path log) {
        return new Launch(name, List.copyOf(command), directory, Map.of(), log, Signal.TERM, Duration.ofSeconds(30));
    }

    public Launch withEnvironment(Map<String, String> variables) {
        return new Launch(name, command, directory, Map.copyOf(variables), log, stopSignal, grace);
    }

    public Launch withStop(Signal signal, Duration limit) {
        return new Launch(name, command, directory, environment, log, signal, limit);
    }
}
