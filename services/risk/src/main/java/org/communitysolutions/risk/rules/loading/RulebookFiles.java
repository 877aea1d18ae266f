package org.communitysolutions.risk.rules.loading;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.Rulebook;
import org.communitysolutions.risk.rules.Vocabulary;
import org.communitysolutions.risk.rules.WorkingDays;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The live edition of factors and rules. It is read and checked whole when the service starts; a service whose files
 * are refused does not start.
 */
@ApplicationScoped
public class RulebookFiles {

    private static final Logger LOG = Logger.getLogger(RulebookFiles.class);

    private static final WorkingDays CALENDAR = new EnglishWorkingDays();

    private final Optional<Path> folder;
    private final String vocabularyFile;
    private final String factorsFile;
    private final String rulesFile;

    RulebookFiles(
            @ConfigProperty(name = "rules.folder") Optional<Path> folder,
            @ConfigProperty(name = "rules.vocabulary") String vocabularyFile,
            @ConfigProperty(name = "rules.factors") String factorsFile,
            @ConfigProperty(name = "rules.rules") String rulesFile) {
        this.folder = folder;
        this.vocabularyFile = vocabularyFile;
        this.factorsFile = factorsFile;
        this.rulesFile = rulesFile;
    }

    @Produces
    @Singleton
    Vocabulary vocabulary() {
        return VocabularyFile.read(read(vocabularyFile));
    }

    @Produces
    @Singleton
    @Startup
    Evaluator evaluator(Vocabulary vocabulary) {
        Rulebook book = rulebook(vocabulary, read(factorsFile), read(rulesFile));
        LOG.infof(
                "Live: factors %s, rules %s (%d rules)",
                book.factorsEdition().version(),
                book.rulesEdition().version(),
                book.rules().size());
        return new Evaluator(book, CALENDAR);
    }

    /**
     * Reads factors and rules, holds them against each other and works out their examples.
     *
     * @throws RulesRefused at the first thing that is wrong
     */
    static Rulebook rulebook(Vocabulary vocabulary, Entry factors, Entry rules) {
        Patterns patterns = new Patterns(vocabulary);
        Rulebook book = RulesFile.read(rules, vocabulary, patterns, FactorsFile.read(factors, patterns));
        new Examples(patterns, new Evaluator(book, CALENDAR)).check(rules);
        return book;
    }

    /** From the folder that is configured; without one, what the service brings along. */
    Entry read(String file) {
        try (Reader text = open(file)) {
            return Entry.read(file, text);
        } catch (IOException e) {
            throw new RulesRefused(file, "cannot be read", e);
        }
    }

    private Reader open(String file) throws IOException {
        if (folder.isPresent()) {
            return Files.newBufferedReader(folder.get().resolve(file), StandardCharsets.UTF_8);
        }
        InputStream resource = RulebookFiles.class.getResourceAsStream("/rules/" + file);
        if (resource == null) {
            throw new IOException("the service has no file of that name");
        }
        return new InputStreamReader(resource, StandardCharsets.UTF_8);
    }
}
