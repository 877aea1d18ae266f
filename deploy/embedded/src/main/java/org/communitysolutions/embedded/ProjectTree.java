package org.communitysolutions.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The checkout that this JVM works in: where templates lie, and where downloaded servers and data are kept.
 *
 * @param root the folder that holds {@code .mvn}
 */
public record ProjectTree(Path root) {

    /**
     * Finds the checkout from the working directory upwards.
     *
     * @throws ServerException if there is none
     */
    public static ProjectTree find() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return new ProjectTree(folder);
            }
        }
        throw new ServerException("No folder from " + start + " upwards holds .mvn: run this inside the checkout.");
    }

    /** What is unpacked and built once, and shared by {@code make run} and the tests. */
    public Path servers() {
        return root.resolve(".local/servers");
    }

    /** Where tests keep their servers' data. */
    public Path test() {
        return root.resolve(".local/test");
    }

    Path keycloakFiles() {
        return root.resolve("deploy/keycloak");
    }

    Path kafkaFiles() {
        return root.resolve("deploy/kafka");
    }

    /** The jars of Kafka, Kafka Connect and Debezium. */
    List<Path> kafkaLibraries() {
        return paths("deploy/embedded/servers/target/kafka.classpath");
    }

    Path keycloakArchive() {
        return paths("deploy/embedded/servers/target/keycloak.archive").getFirst();
    }

    Path postgresqlArchive() {
        return paths("deploy/embedded/servers/target/postgresql.archive").getFirst();
    }

    /** What {@link SharedServersHost} runs on. */
    List<Path> hostLibraries() {
        Path classes = root.resolve("deploy/embedded/target/classes");
        return Stream.concat(Stream.of(classes), paths("deploy/embedded/target/runtime.classpath").stream())
                .toList();
    }

    private List<Path> paths(String file) {
        Path list = root.resolve(file);
        try {
            List<Path> paths = Arrays.stream(Files.readString(list).strip().split(File.pathSeparator))
                    .map(Path::of)
                    .toList();
            paths.stream().filter(Files::notExists).findFirst().ifPresent(missing -> {
                throw new ServerException(missing + " is missing: " + REMEDY);
            });
            return paths;
        } catch (NoSuchFileException notBuilt) {
            throw new ServerException(list + " is missing: " + REMEDY, notBuilt);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final String REMEDY =
            "run ./mvnw process-classes -pl deploy/embedded/servers,deploy/embedded in the checkout.";
}
