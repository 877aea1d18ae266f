package org.communitysolutions.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All migrations of a tree, held against those that were released.
 *
 * @param present what each says, by its path from the root
 * @param released the digest of each that a release brought, by its path
 * @param releases the names of the releases
 */
record MigrationFiles(Map<String, String> present, Map<String, String> released, Set<String> releases) {

    /** One line for each migration of a release: the release, the path, the SHA-256. */
    static final String LIST = "services/released-migrations";

    private static final Pattern CONTRACTS =
            Pattern.compile("-- Contracts what ([0-9][0-9a-z.-]*) no longer uses: \\S.*");

    static MigrationFiles in(Path root) {
        Map<String, String> present = new TreeMap<>();
        Map<String, String> released = new TreeMap<>();
        Set<String> releases = new TreeSet<>();
        try (Stream<Path> all = Files.walk(root.resolve("services"))) {
            for (Path file : all.filter(MigrationFiles::isMigration).toList()) {
                present.put(root.relativize(file).toString(), Files.readString(file));
            }
            for (String line : Files.readAllLines(root.resolve(LIST))) {
                if (!line.startsWith("#")) {
                    String[] fields = line.split(" ", 3);
                    releases.add(fields[0]);
                    released.put(fields[1], fields[2]);
                }
            }
            // A release may have brought none.
            Files.readAllLines(root.resolve("deploy/previous-release")).stream()
                    .filter(line -> line.startsWith("name="))
                    .forEach(line -> releases.add(line.substring("name=".length())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new MigrationFiles(present, released, releases);
    }

    private static boolean isMigration(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.contains("/src/main/resources/db/") && path.endsWith(".sql");
    }

    /** What is wrong, a sentence each. */
    List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        released.forEach((path, digest) -> {
            if (!present.containsKey(path)) {
                troubles.add(path + " was released and is gone");
            } else if (!digest(present.get(path)).equals(digest)) {
                troubles.add(path + " was released and has been changed since");
            }
        });
        present.forEach((path, sql) -> {
            if (!released.containsKey(path)) {
                troubles.addAll(troubles(path, sql));
            }
        });
        return troubles;
    }

    private List<String> troubles(String path, String sql) {
        Optional<String> finished = contracts(sql);
        if (finished.isPresent()) {
            return releases.contains(finished.get())
                    ? List.of()
                    : List.of(path + " contracts what " + finished.get()
                            + " no longer uses, and that is no release yet: " + releases);
        }
        return Expansion.refused(sql).stream()
                .map(refused -> path + " " + refused)
                .toList();
    }

    /** The release that no longer uses what the migration takes away, if it says in its first line that it does. */
    private static Optional<String> contracts(String sql) {
        Matcher marked = CONTRACTS.matcher(sql.lines().findFirst().orElse(""));
        return marked.matches() ? Optional.of(marked.group(1)) : Optional.empty();
    }

    static String digest(String sql) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
