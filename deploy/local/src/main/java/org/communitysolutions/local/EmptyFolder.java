package org.communitysolutions.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Removes what an earlier run left. */
public final class EmptyFolder {

    private EmptyFolder() {}

    /**
     * The folder, which is not there any more.
     *
     * @throws UncheckedIOException if something in it is in use
     */
    public static Path at(Path folder) {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException inUse) {
                throw new UncheckedIOException(folder + " cannot be emptied.", inUse);
            }
        }
        return folder;
    }
}
