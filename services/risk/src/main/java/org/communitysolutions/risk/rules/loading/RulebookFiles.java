package org.communitysolutions.risk.rules.loading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.communitysolutions.risk.rules.Vocabulary;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The files that a release of the service brings along, or those of the folder that is configured instead. */
@ApplicationScoped
public class RulebookFiles {

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

    /** A service whose vocabulary is refused does not start. */
    @Produces
    @Singleton
    Vocabulary vocabulary() {
        return VocabularyFile.read(entry(vocabularyFile));
    }

    Entry entry(String file) {
        return Entry.read(file, new StringReader(text(file)));
    }

    /**
     * The factors and rules, not yet checked.
     *
     * @throws UncheckedIOException if one of them cannot be read
     */
    public EditionText edition() {
        return new EditionText(
                new EditionText.Source(factorsFile, text(factorsFile)),
                new EditionText.Source(rulesFile, text(rulesFile)));
    }

    private String text(String file) {
        try {
            if (folder.isPresent()) {
                return Files.readString(folder.get().resolve(file), StandardCharsets.UTF_8);
            }
            try (InputStream resource = RulebookFiles.class.getResourceAsStream("/rules/" + file)) {
                if (resource == null) {
                    throw new IOException("The service has no file of that name");
                }
                return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file %s of rules cannot be read".formatted(file), e);
        }
    }
}
