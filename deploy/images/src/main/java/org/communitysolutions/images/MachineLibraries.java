package org.communitysolutions.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitysolutions.embedded.OneOff;

/**
 * The least that Java needs below it, taken from this machine, for images upon no base: the C library with its loader, the
 * non-root user, and places to mount. It is as new as this machine, and nobody mends it in an image but by building the
 * image again.
 */
final class MachineLibraries {

    /** What {@code ldd} prints of a library that is found: its path, behind an arrow unless it is the loader. */
    private static final Pattern FOUND = Pattern.compile("(?:=> )?(/\\S+) \\(0x");

    private MachineLibraries() {}

    static FileEntriesLayer layer(JavaRuntime java, Path staging) throws IOException, InterruptedException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("machine");
        for (Path library : needed(java)) {
            layer.addEntry(
                    library.toRealPath(),
                    AbsoluteUnixPath.get(library.toString()),
                    FilePermissions.fromOctalString("755"));
        }
        Path etc = Files.createDirectories(staging.resolve("etc"));
        Files.writeString(etc.resolve("passwd"), """
                root:x:0:0:root:/:/none
                service:x:10001:10001:service:/:/none
                """);
        Files.writeString(etc.resolve("group"), """
                root:x:0:
                service:x:10001:
                """);
        Files.writeString(etc.resolve("nsswitch.conf"), "hosts: files dns\n");
        for (Path file : Folders.files(etc)) {
            layer.addEntry(file, AbsoluteUnixPath.get("/etc").resolve(file.getFileName()));
        }
        Path empty = Files.createDirectories(staging.resolve("empty"));
        for (String place : List.of("/dev", "/proc", "/sys")) {
            layer.addEntry(empty, AbsoluteUnixPath.get(place));
        }
        layer.addEntry(empty, AbsoluteUnixPath.get("/tmp"), FilePermissions.fromOctalString("777"));
        return layer.build();
    }

    /** The libraries that Java's own ask for, but for those of windows and sound. */
    private static Set<Path> needed(JavaRuntime java) throws IOException, InterruptedException {
        Set<Path> libraries = new TreeSet<>();
        for (Path own : List.of(
                java.folder().resolve("bin/java"),
                java.folder().resolve("lib/server/libjvm.so"),
                java.folder().resolve("lib/libjava.so"),
                java.folder().resolve("lib/libnet.so"),
                java.folder().resolve("lib/libnio.so"),
                java.folder().resolve("lib/libzip.so"),
                java.folder().resolve("lib/libmanagement.so"))) {
            Matcher lines = FOUND.matcher(OneOff.run(List.of("ldd", own.toString()), Map.of()));
            while (lines.find()) {
                Path library = Path.of(lines.group(1));
                if (!library.toRealPath().startsWith(java.folder().toRealPath())) {
                    libraries.add(library);
                }
            }
        }
        return libraries;
    }

    /** For instance {@code 2.36}. */
    static String version() throws IOException, InterruptedException {
        return OneOff.run(List.of("getconf", "GNU_LIBC_VERSION"), Map.of())
                .strip()
                .replace("glibc ", "");
    }
}
