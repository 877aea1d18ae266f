package org.communitysolutions.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.communitysolutions.embedded.ServerException;

/** Programs of this machine that run to their end. */
final class Commands {

    private Commands() {}

    /**
     * Runs one and returns what it said.
     *
     * @throws ServerException with all it said, if it fails
     */
    static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0) {
            throw new ServerException(
                    "%s ended with status %d and said:%n%s".formatted(String.join(" ", command), status, said));
        }
        return said;
    }
}
