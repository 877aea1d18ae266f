package org.communitysolutions.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.communitysolutions.embedded.JavaHome;
import org.communitysolutions.embedded.OneOff;

/**
 * The Java in the images: the parts that services need of the JDK that builds them. All images share it, as one layer, and a
 * cache of classes fits the very Java that recorded it.
 *
 * @param folder where it lies on this machine
 * @param version its version
 */
record JavaRuntime(Path folder, Runtime.Version version) {

    /** Where it lies in an image. */
    static final String HOME = "/opt/java";

    /**
     * What the services, Kafka's clients and Kafka Connect use. Diagnosis in a running container (jcmd, Flight Recorder) is
     * part of it; {@code java.desktop} is, for the beans that Hibernate reads by its introspector.
     */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.compiler",
            "java.desktop",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.rmi",
            "java.security.jgss",
            "java.security.sasl",
            "java.sql",
            "java.transaction.xa",
            "java.xml",
            "jdk.crypto.ec",
            "jdk.jcmd",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.management.jfr",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    /** What is linked, and what is left out. */
    static final List<String> OPTIONS = List.of(
            "--add-modules=" + String.join(",", MODULES),
            "--include-locales=en,en-GB",
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages");

    /** Links it, once for each JDK. */
    static JavaRuntime of(JavaHome jdk, ImageSettings settings) throws IOException, InterruptedException {
        Path folder = settings.kept().resolve("java-" + jdk.version());
        if (Files.notExists(folder.resolve("release"))) {
            Folders.delete(folder);
            Files.createDirectories(folder.getParent());
            List<String> command =
                    new ArrayList<>(List.of(jdk.home().resolve("bin/jlink").toString()));
            command.addAll(OPTIONS);
            command.add("--output=" + folder);
            OneOff.run(command, Map.of());
        }
        return new JavaRuntime(folder, jdk.version());
    }

    FileEntriesLayer layer() throws IOException {
        return Layers.folder("java", folder, HOME);
    }

    /** From 25 on, Java keeps what it has loaded and linked of an application in a file that a later start maps. */
    boolean keepsCaches() {
        return version.feature() >= 25;
    }
}
