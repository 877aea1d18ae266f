package org.communitysolutions.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A Java installation.
 *
 * @param home its folder
 * @param version what its {@code release} file says
 */
public record JavaHome(Path home, Runtime.Version version) {

    /**
     * The newest Java on this machine: the one this JVM runs on, the one JAVA_HOME names, and those where Linux
     * distributions and SDKMAN keep them.
     *
     * @throws ServerException if none is 21 or newer
     */
    public static JavaHome newest() {
        return candidates()
                .flatMap(home -> read(home).stream())
                .filter(found -> found.version.feature() >= 21)
                .max(Comparator.comparing(JavaHome::version))
                .orElseThrow(() -> new ServerException(
                        "No JDK 21 or newer was found: install one (for example Temurin 25) and set JAVA_HOME to it."));
    }

    Path java() {
        return home.resolve("bin/java");
    }

    /** Options that make a small JVM smaller where this Java knows them. */
    List<String> compactOptions() {
        return version.feature() >= 25 ? List.of("-XX:+UseCompactObjectHeaders") : List.of();
    }

    private static Stream<Path> candidates() {
        Stream<Path> named = Stream.of(System.getProperty("java.home"), System.getenv("JAVA_HOME"))
                .filter(Objects::nonNull)
                .map(Path::of);
        Stream<Path> installed = Stream.of(
                        Path.of("/usr/lib/jvm"),
                        Path.of("/opt"),
                        Path.of(System.getProperty("user.home"), ".sdkman/candidates/java"))
                .flatMap(JavaHome::foldersIn);
        return Stream.concat(named, installed);
    }

    private static Stream<Path> foldersIn(Path parent) {
        if (!Files.isReadable(parent)) {
            return Stream.empty();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<JavaHome> read(Path home) {
        Path release = home.resolve("release");
        if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin/javac"))) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(release)) {
            properties.load(in);
            String version = properties.getProperty("JAVA_RUNTIME_VERSION", properties.getProperty("JAVA_VERSION", ""));
            return Optional.of(new JavaHome(home, Runtime.Version.parse(version.replace("\"", ""))));
        } catch (IOException | IllegalArgumentException notAJdk) {
            return Optional.empty();
        }
    }
}
