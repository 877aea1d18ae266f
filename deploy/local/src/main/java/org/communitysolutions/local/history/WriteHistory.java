package org.communitysolutions.local.history;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.communitysolutions.embedded.ServerException;

/** Writes a history to files or to Kafka's topics, and the truth beside it. */
public final class WriteHistory {

    private static final String BOOTSTRAP_SERVERS = "bootstrap-servers";
    private static final Set<String> OPTIONS =
            Set.of("households", "months", "seed", "until", "events", BOOTSTRAP_SERVERS);
    private static final String USAGE =
            "Usage: scripts/borough-history <folder> [--households n] [--months 1 to 24] [--seed n]"
                    + " [--until yyyy-mm-dd] [--events n] [--bootstrap-servers host:port]";

    private WriteHistory() {}

    /**
     * Writes it.
     *
     * @param arguments the folder, then options as {@code scripts/borough-history} says
     */
    public static void main(String[] arguments) throws IOException {
        try {
            Map<String, String> options = options(arguments);
            write(history(options), Path.of(arguments[0]), options.get(BOOTSTRAP_SERVERS));
        } catch (IllegalArgumentException | DateTimeException misunderstood) {
            System.err.println(misunderstood.getMessage() + "\n" + USAGE);
            System.exit(2);
        } catch (ServerException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static Map<String, String> options(String[] arguments) {
        if (arguments.length % 2 == 0) {
            throw new IllegalArgumentException("A folder is needed, and a value for each option.");
        }
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            if (!OPTIONS.contains(name) || name.equals(arguments[i])) {
                throw new IllegalArgumentException("There is no option " + arguments[i] + ".");
            }
            options.put(name, arguments[i + 1]);
        }
        return options;
    }

    private static History history(Map<String, String> options) {
        int households = Math.toIntExact(number(options, "households", History.USUAL_HOUSEHOLDS));
        String yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
        return new History(
                number(options, "seed", 1),
                households,
                LocalDate.parse(options.getOrDefault("until", yesterday)),
                Math.toIntExact(number(options, "months", History.USUAL_MONTHS)),
                number(options, "events", (long) History.USUAL_EVENTS_EACH * households));
    }

    private static long number(Map<String, String> options, String name, long otherwise) {
        return Long.parseLong(options.getOrDefault(name, Long.toString(otherwise)));
    }

    private static void write(History history, Path folder, String bootstrapServers) throws IOException {
        Files.createDirectories(folder);
        if (bootstrapServers == null) {
            try (HistoryFiles files = new HistoryFiles(folder)) {
                tell(history, folder, files::write);
            }
        } else {
            try (HistoryTopics topics = new HistoryTopics(bootstrapServers, 20)) {
                tell(history, folder, topics::publish);
            }
        }
    }

    private static void tell(History history, Path folder, Consumer<PublishedEvent> reader) throws IOException {
        try (PrintWriter truth = new PrintWriter(Files.newBufferedWriter(folder.resolve("truth.csv")))) {
            truth.print(Truth.HEADER + "\n");
            Totals totals = history.tell(reader, row -> truth.print(row + "\n"));
            Files.writeString(folder.resolve("truth.json"), totals.json(history));
            System.out.printf(
                    Locale.UK,
                    "%,d events of %,d households; %,d hold the combination, %,d of them known%n",
                    totals.events(),
                    history.households(),
                    totals.combination(),
                    totals.known());
            if (truth.checkError()) {
                throw new IOException(folder + " cannot be written.");
            }
        }
    }
}
