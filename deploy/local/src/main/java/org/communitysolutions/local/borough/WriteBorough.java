package org.communitysolutions.local.borough;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Writes the borough as files, to look at or to edit. */
public final class WriteBorough {

    private WriteBorough() {}

    /**
     * Writes them.
     *
     * @param arguments the folder; how many households, 2,000 unless given; the seed
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 3) {
            System.err.println("Usage: scripts/borough <folder> [households] [seed]");
            System.exit(2);
        }
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int households = arguments.length > 1 ? Integer.parseInt(arguments[1]) : BoroughLoad.USUAL_HOUSEHOLDS;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : BoroughLoad.SEED;
        BoroughFiles files = new BoroughFiles(new Borough(seed, LocalDate.now(BoroughLoad.COUNCIL)));
        write(folder.resolve("households.csv"), files.households(0, households));
        write(folder.resolve("council-tax.csv"), files.councilTax(0, households));
        write(folder.resolve("rent.csv"), files.rent(0, households));
    }

    private static void write(Path file, String content) throws IOException {
        Files.writeString(file, content);
        System.out.printf("%s  %,d lines%n", file, content.lines().count());
    }
}
