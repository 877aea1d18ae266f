package org.communitysolutions.risk.rules.loading;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.Outcomes;
import org.communitysolutions.risk.rules.ReferenceEvaluator;
import org.communitysolutions.risk.rules.Rulebook;
import org.communitysolutions.risk.rules.Vocabulary;

/** The files that the service brings along, for tests that read them or a changed copy. */
public final class Files {

    public static final String FACTORS = "factors-2026.1.yaml";
    public static final String RULES = "rules-2026.1.yaml";

    private static final Vocabulary VOCABULARY =
            VocabularyFile.read(Entry.read("vocabulary.yaml", new StringReader(text("vocabulary.yaml"))));

    private Files() {}

    public static String text(String file) {
        try (InputStream resource = Files.class.getResourceAsStream("/rules/" + file)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Always the same one, as its events are. */
    public static Vocabulary vocabulary() {
        return VOCABULARY;
    }

    public static Rulebook rulebook(String factors, String rules) {
        return ReadRulebook.rulebook(
                vocabulary(),
                new EditionText(new EditionText.Source(FACTORS, factors), new EditionText.Source(RULES, rules)));
    }

    /** An evaluator with the live edition. */
    public static Evaluator evaluator() {
        return evaluator(RULES);
    }

    /** An evaluator with the rules of that file. */
    public static Evaluator evaluator(String rules) {
        return new Evaluator(rulebook(text(FACTORS), text(rules)), new EnglishWorkingDays());
    }

    /** The live edition without one of its rules, and with two under other names. */
    public static Evaluator candidate() {
        String rules = text(RULES)
                .replaceFirst("(?s)  - id: job-lost-without-support\n.*?(?=  - id: )", "")
                .replace("  - id: recovery-with-children\n", "  - id: court-with-children\n")
                .replace("  - id: council-tax-missed-twice\n", "  - id: council-tax-missed\n");
        return new Evaluator(rulebook(text(FACTORS), rules), new EnglishWorkingDays());
    }

    public static Outcomes outcomes() {
        String file = "outcomes-2026.1.yaml";
        return OutcomesFile.read(Entry.read(file, new StringReader(text(file))), vocabulary());
    }

    /** The plain evaluation of what a quick one evaluates. */
    public static ReferenceEvaluator reference(Evaluator quick) {
        return reference(quick.book());
    }

    public static ReferenceEvaluator reference(Rulebook book) {
        return new ReferenceEvaluator(book, new EnglishWorkingDays());
    }
}
