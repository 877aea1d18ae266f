package org.communitysolutions.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Where things are in the project, from this module's folder. */
final class Tree {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path CHART = copy(ROOT.resolve("helm/community-solutions"), fresh());

    private Tree() {}

    /** The chart, with what its links point to in their place, which Helm would otherwise remark upon at each rendering. */
    static Path chart() {
        return CHART;
    }

    private static Path fresh() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "chart-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path copy(Path chart, Path to) {
        try (Stream<Path> files = Files.walk(chart, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(chart.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return to;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Path file(String name) {
        return ROOT.resolve(name);
    }

    /** The names of all services: the folders below {@code services/} that can be started. */
    static List<String> services() {
        try (Stream<Path> folders = Files.list(ROOT.resolve("services"))) {
            return folders.filter(folder -> Files.exists(properties(folder)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Path properties(String service) {
        return properties(ROOT.resolve("services").resolve(service));
    }

    private static Path properties(Path folder) {
        return folder.resolve("src/main/resources/application.properties");
    }
}
