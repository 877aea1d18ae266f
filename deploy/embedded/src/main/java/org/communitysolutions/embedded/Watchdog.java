package org.communitysolutions.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/**
 * Ends the children of this JVM when the JVM itself is gone, even if it was killed with SIGKILL. A small shell script
 * reads the pids from a pipe that only this JVM holds open; at its end the script stops whatever it still guards.
 */
final class Watchdog {

    private static final Object LOCK = new Object();
    private static Watchdog instance;

    private final Process shell;
    private final OutputStream pipe;

    private Watchdog() throws IOException {
        String script;
        try (InputStream in = Watchdog.class.getResourceAsStream("watchdog.sh")) {
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        // A session of its own, so that a Ctrl-C in the terminal does not end the watchdog before its work.
        shell = new ProcessBuilder("setsid", "sh", "-c", script, "community-solutions-watchdog")
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        pipe = shell.getOutputStream();
    }

    /** Guards a process from now on. */
    static void guard(long pid, Launch.Signal stopSignal) {
        synchronized (LOCK) {
            try {
                if (instance == null || !instance.shell.isAlive()) {
                    instance = new Watchdog();
                }
                instance.tell("guard " + pid + " " + stopSignal);
            } catch (IOException cannotGuard) {
                throw new UncheckedIOException("The watchdog over child processes cannot be started.", cannotGuard);
            }
        }
    }

    /** Forgets a process that has ended, so that its number may be given to another. */
    static void release(long pid) {
        synchronized (LOCK) {
            try {
                instance.tell("release " + pid);
            } catch (IOException watchdogGone) {
                // It was ended from outside; the next guard starts another one.
                instance.shell.destroy();
            }
        }
    }

    private void tell(String line) throws IOException {
        pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        pipe.flush();
    }
}
