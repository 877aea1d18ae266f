package org.communitysolutions.contracts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Keeps the schemas as they are now under {@code contracts/released}, to hold later changes against. */
final class KeepRelease {

    private KeepRelease() {}

    /** Takes the release's version, as in 0.1.0, and the folder to keep it in. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("Kept " + keep(arguments[0], Path.of(arguments[1])));
    }

    /**
     * Keeps the packed schemas as release {@code version} in {@code folder}, and gives the file.
     *
     * @throws IllegalStateException when the schemas break an earlier release
     */
    static Path keep(String version, Path folder) throws IOException {
        Release release = new Release(version, Contracts.packed().schemas());
        for (Release earlier : Release.readAll(folder)) {
            List<String> breaks = Compatibility.breaks(earlier.schemas(), release.schemas());
            if (!breaks.isEmpty()) {
                throw new IllegalStateException(
                        "Not kept, for it breaks " + earlier.version() + ":\n" + String.join("\n", breaks));
            }
        }
        return release.keepIn(folder);
    }
}
