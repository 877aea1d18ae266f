package org.communitysolutions.local.history;

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
 * What the topics of a run hold of a history; kept in a file beside its truth.
 *
 * @param last the last day of it
 * @param whole whether all of it was published; the rest of one that was broken off is published by publishing all of it
 *     once more, as events that come twice are passed over
 */
record LoadedHistory(long seed, int households, LocalDate last, boolean whole) {

    private static final String FILE = "history.properties";

    static Optional<LoadedHistory> read(Path folder) {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve(FILE))) {
            properties.load(file);
        } catch (NoSuchFileException nothingLoaded) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Optional.of(new LoadedHistory(
                Long.parseLong(properties.getProperty("seed")),
                Integer.parseInt(properties.getProperty("households")),
                LocalDate.parse(properties.getProperty("last")),
                Boolean.parseBoolean(properties.getProperty("whole"))));
    }

    /** Writes it whole or not at all. */
    void write(Path folder) {
        Properties properties = new Properties();
        properties.setProperty("seed", Long.toString(seed));
        properties.setProperty("households", Integer.toString(households));
        properties.setProperty("last", last.toString());
        properties.setProperty("whole", Boolean.toString(whole));
        Path beside = folder.resolve(FILE + ".new");
        try {
            Files.createDirectories(folder);
            try (Writer file = Files.newBufferedWriter(beside)) {
                properties.store(file, "What is published. Removed with the data.");
            }
            Files.move(beside, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /**
     * What is to be published so that this is there; empty if it is, or if another number of households has its history
     * there, which stays.
     *
     * @param wanted how many households are to have a history
     * @param otherwise what begins where nothing is there yet
     */
    static Optional<LoadedHistory> missing(Optional<LoadedHistory> there, int wanted, LoadedHistory otherwise) {
        if (there.isPresent()) {
            return there.filter(history -> !history.whole());
        }
        return wanted == 0 ? Optional.empty() : Optional.of(otherwise);
    }

    LoadedHistory asWhole() {
        return new LoadedHistory(seed, households, last, true);
    }
}
