package org.communitysolutions.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A program that runs to its end before anything else happens. */
public final class OneOff {

    private OneOff() {}

    /**
     * Runs it, with this environment beside that of this process, and returns what it said.
     *
     * @throws ServerException with all it said, if it fails
     */
    public static String run(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Watchdog.guard(process.pid(), Launch.Signal.TERM);
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new ServerException(
                        "%s ended with status %d and said:%n%s".formatted(String.join(" ", command), status, said));
            }
            return said;
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(command.getFirst() + " was interrupted", interrupted);
        } finally {
            Watchdog.release(process.pid());
        }
    }
}
