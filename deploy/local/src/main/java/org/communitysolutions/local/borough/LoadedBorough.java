package org.communitysolutions.local.borough;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;

/**
 * What the data of a run hold of a borough; kept in a file beside them.
 *
 * @param edition of the generator, see {@link Borough#EDITION}
 * @param households that are loaded, with all that belongs to them
 */
record LoadedBorough(int edition, Borough borough, int households) {

    private static final String FILE = "borough.properties";

    static Optional<LoadedBorough> read(Path data) {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve(FILE))) {
            properties.load(file);
        } catch (NoSuchFileException nothingLoaded) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Optional.of(new LoadedBorough(
                Integer.parseInt(properties.getProperty("edition")),
                new Borough(
                        Long.parseLong(properties.getProperty("seed")),
                        LocalDate.parse(properties.getProperty("as-at"))),
                Integer.parseInt(properties.getProperty("households"))));
    }

    /** Writes it whole or not at all. */
    void write(Path data) {
        Properties properties = new Properties();
        properties.setProperty("edition", Integer.toString(edition));
        properties.setProperty("seed", Long.toString(borough.seed()));
        properties.setProperty("as-at", borough.asAt().toString());
        properties.setProperty("households", Integer.toString(households));
        Path beside = data.resolve(FILE + ".new");
        try {
            try (Writer file = Files.newBufferedWriter(beside)) {
                properties.store(file, "What is loaded. Removed with the data.");
            }
            Files.move(beside, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    LoadedBorough grownTo(int more) {
        return new LoadedBorough(edition, borough, more);
    }
}
