package org.communitysolutions.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.communitysolutions.embedded.JavaHome;
import org.communitysolutions.embedded.ProjectTree;

/**
 * The Java that services run on, made small and quick to start: seven of them share a laptop with four servers.
 *
 * <p>Measured on two cores, a service takes 10 s of processor time to its first answer with Java's usual settings, 5 s with
 * the quick compiler alone, and 3.5 s with its classes in an archive besides. The archive is written by Java itself when
 * the service is first stopped, and again when the service was built anew; without it the start is slower and nothing else.
 */
public final class ServiceJvm {

    /**
     * The thorough compiler has to be worth its time: it took 17 of 58 processor seconds of the risk service's drain with
     * Java's usual thresholds and inlining, and 7 less with these. A batch in the making fits into what is collected often,
     * with the size of that given besides, so that it is not moved to the old generation, whose collection stops everything
     * for 0.3 s.
     */
    private static final List<String> IN_BULK = List.of(
            "-XX:SurvivorRatio=2",
            "-XX:Tier4InvocationThreshold=30000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=90000",
            "-XX:Tier4BackEdgeThreshold=240000",
            "-XX:MaxInlineLevel=9",
            "-XX:FreqInlineSize=200",
            "-XX:InlineSmallCode=1500");

    private final JavaHome java;
    private final ProjectTree project;

    public ServiceJvm(JavaHome java, ProjectTree project) {
        this.java = java;
        this.project = project;
    }

    /** The command up to what is to be run. */
    List<String> command(Service service, int heapMegabytes) {
        List<String> command = new ArrayList<>(bareCommand(service, heapMegabytes));
        command.addAll(List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archive(service),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off"));
        return command;
    }

    /** The same without the archive of the service's classes, for another program that is to run on the same terms. */
    public List<String> bareCommand(Service service) {
        return bareCommand(service, service.heapMegabytes());
    }

    private List<String> bareCommand(Service service, int heapMegabytes) {
        List<String> command = new ArrayList<>();
        command.add(java.home().resolve("bin/java").toString());
        command.addAll(List.of("-Xms32m", "-Xmx" + heapMegabytes + "m"));
        if (service.worksInBulk()) {
            command.add("-Xmn" + heapMegabytes * 7 / 16 + "m");
        }
        command.addAll(common(service, java.version()));
        return command;
    }

    /**
     * The options of a service in a container, where whoever runs it says what part of its memory is heap.
     *
     * @param java the version of the Java that runs it
     */
    public static List<String> inContainer(Service service, Runtime.Version java) {
        List<String> options = new ArrayList<>(common(service, java));
        if (service.worksInBulk()) {
            options.add("-XX:NewRatio=1");
        }
        return options;
    }

    /** What does not depend on where a service runs. */
    private static List<String> common(Service service, Runtime.Version java) {
        List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        options.addAll(service.worksInBulk() ? IN_BULK : List.of("-XX:TieredStopAtLevel=1"));
        if (java.feature() >= 25) {
            options.add("-XX:+UseCompactObjectHeaders");
        }
        if (java.feature() >= 24) {
            options.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        }
        return options;
    }

    /** Where the archive of these very jars is, or will be; those of jars before are removed. */
    private Path archive(Service service) {
        Path folder = project.root().resolve(".local/classes");
        Path archive = folder.resolve(
                "%s-%d-%s.jsa".formatted(service.code(), java.version().feature(), key(service.application(project))));
        try {
            Files.createDirectories(folder);
            try (Stream<Path> others = Files.list(folder)) {
                for (Path other : others.filter(path -> isOutdated(path, service, archive))
                        .toList()) {
                    Files.delete(other);
                }
            }
            return archive;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(folder + " cannot be used.", unwritable);
        }
    }

    private static boolean isOutdated(Path path, Service service, Path archive) {
        return path.getFileName().toString().startsWith(service.code() + "-") && !path.equals(archive);
    }

    /** Tells one build from another, by the names, sizes and times of its files. */
    private static String key(Path application) {
        CRC32 sum = new CRC32();
        try (Stream<Path> files = Files.walk(application)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String line = "%s %d %s\n".formatted(file, Files.size(file), Files.getLastModifiedTime(file));
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(application + " cannot be read.", unreadable);
        }
        return Long.toHexString(sum.getValue());
    }
}
