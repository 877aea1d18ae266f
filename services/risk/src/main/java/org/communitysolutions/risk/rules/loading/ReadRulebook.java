package org.communitysolutions.risk.rules.loading;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.Rulebook;
import org.communitysolutions.risk.rules.Vocabulary;
import org.communitysolutions.risk.rules.WorkingDays;

/** Reads an edition of factors and rules, checks it whole and makes it ready to evaluate by. */
@ApplicationScoped
public class ReadRulebook {

    private static final WorkingDays CALENDAR = new EnglishWorkingDays();

    private final Vocabulary vocabulary;

    ReadRulebook(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Reads factors and rules, holds them against each other and works out their examples. It takes a tenth of a second of
     * processor time for an edition of the usual size, so not on an event loop.
     *
     * @throws RulesRefused with all that is wrong with the factors; else with the rules; else with the examples
     */
    public Evaluator read(EditionText edition) {
        return new Evaluator(rulebook(vocabulary, edition), CALENDAR);
    }

    /**
     * Holds an edition that can be read against earlier ones.
     *
     * @param earlier by version; each was read before
     * @throws RulesRefused with each rule that says something else than a rule of its version does there
     */
    public void compare(EditionText edition, Map<String, EditionText> earlier) {
        Patterns patterns = new Patterns(vocabulary);
        FactorsFile.Factors factors = FactorsFile.read(entry(edition.factors()), patterns);
        new RuleVersions(new RulesFile(vocabulary, patterns, factors))
                .check(
                        entry(edition.rules()),
                        earlier.entrySet().stream()
                                .map(before -> new RuleVersions.Earlier(
                                        before.getKey(), entry(before.getValue().rules())))
                                .toList());
    }

    static Rulebook rulebook(Vocabulary vocabulary, EditionText edition) {
        Refusals refusals = new Refusals();
        Optional<Entry> factors = refusals.reading(() -> entry(edition.factors()));
        Optional<Entry> rules = refusals.reading(() -> entry(edition.rules()));
        refusals.raise();
        Patterns patterns = new Patterns(vocabulary);
        Rulebook book = RulesFile.read(
                rules.orElseThrow(), vocabulary, patterns, FactorsFile.read(factors.orElseThrow(), patterns));
        new Examples(patterns, new Evaluator(book, CALENDAR)).check(rules.orElseThrow());
        return book;
    }

    private static Entry entry(EditionText.Source source) {
        return Entry.read(source.name(), new StringReader(source.text()));
    }
}
