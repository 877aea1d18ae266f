package org.communitysolutions.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A jar that an image holds.
 *
 * @param file where it lies on this machine
 * @param group its Maven group; empty for what the build made itself
 * @param artifact its name
 * @param version its version
 * @param classifier what tells it from other files of the same artifact; empty for the main one
 */
record Packaged(Path file, String group, String artifact, String version, String classifier) {

    /** The package URL by which scanners know it. */
    String url() {
        String kind = classifier.isEmpty() ? "?type=jar" : "?classifier=" + classifier + "&type=jar";
        return "pkg:maven/" + group + "/" + artifact + "@" + version + kind;
    }

    /**
     * The jars of a built service, from the list that the build leaves beside them.
     *
     * @param application the folder {@code quarkus-app}
     */
    static List<Packaged> ofService(Path application) throws IOException {
        List<Packaged> jars = new ArrayList<>();
        for (String line : Files.readAllLines(application.resolve("quarkus-app-dependencies.txt"))) {
            String[] parts = line.split(":", -1);
            String group = parts[0];
            String name = parts[1] + "-" + parts[4] + (parts[2].isEmpty() ? "" : "-" + parts[2]) + ".jar";
            for (String folder : List.of("lib/main/", "lib/boot/")) {
                Path file = application.resolve(folder + group + "." + name);
                if (Files.exists(file)) {
                    jars.add(new Packaged(file, group, parts[1], parts[4], parts[2]));
                }
            }
        }
        return jars;
    }

    /**
     * Jars in local Maven repositories, whose folders tell group, artifact and version. Where a repository begins is learnt
     * from the jars that name their group inside.
     */
    static List<Packaged> ofRepositories(List<Path> files) throws IOException {
        List<Path> roots = new ArrayList<>();
        for (Path file : files) {
            rootOf(file).filter(root -> !roots.contains(root)).ifPresent(roots::add);
        }
        List<Packaged> jars = new ArrayList<>();
        for (Path file : files) {
            Path versionFolder = file.getParent();
            Path artifactFolder = versionFolder.getParent();
            roots.stream().filter(file::startsWith).findFirst().ifPresent(root -> {
                String group =
                        root.relativize(artifactFolder.getParent()).toString().replace('/', '.');
                String artifact = artifactFolder.getFileName().toString();
                String version = versionFolder.getFileName().toString();
                String rest = file.getFileName().toString().substring((artifact + "-" + version).length());
                String classifier = rest.replaceFirst("^-", "").replaceFirst("\\.jar$", "");
                jars.add(new Packaged(file, group, artifact, version, classifier));
            });
        }
        return jars;
    }

    private static Optional<Path> rootOf(Path file) throws IOException {
        Path artifactFolder = file.getParent().getParent();
        try (JarFile jar = new JarFile(file.toFile())) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().matches("META-INF/maven/.+/pom.properties")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        Properties names = new Properties();
                        names.load(in);
                        Path inside = Path.of(names.getProperty("groupId").replace('.', '/'))
                                .resolve(names.getProperty("artifactId"));
                        if (artifactFolder.endsWith(inside)) {
                            Path absolute = artifactFolder.toAbsolutePath();
                            return Optional.of(absolute.getRoot()
                                    .resolve(absolute.subpath(0, absolute.getNameCount() - inside.getNameCount())));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }
}
