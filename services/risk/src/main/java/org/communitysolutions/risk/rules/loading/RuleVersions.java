package org.communitysolutions.risk.rules.loading;

import java.util.List;
import java.util.Optional;
import org.communitysolutions.risk.rules.Rule;

/**
 * Sees that a rule which says something else than before has another version: what people made of its tasks is counted by
 * version, and a task names the one that asked for it. Two rules say the same if they mean the same with the same factors;
 * how they are laid out, remarks and examples make no difference.
 */
final class RuleVersions {

    private final RulesFile reader;

    RuleVersions(RulesFile reader) {
        this.reader = reader;
    }

    /** An edition that was read before. */
    record Earlier(String edition, Entry rules) {

        private Optional<Entry> rule(Rule like) {
            return rules.at("rules").items().stream()
                    .filter(entry -> entry.at("id").text().equals(like.id())
                            && entry.at("version").text().equals(Integer.toString(like.version())))
                    .findFirst();
        }
    }

    /**
     * Holds the rules of a file, which is right by itself, against those of earlier editions.
     *
     * @throws RulesRefused with each whose version stands for something else
     */
    void check(Entry file, List<Earlier> earlier) {
        Refusals refusals = new Refusals();
        for (Entry entry : file.at("rules").items()) {
            refusals.reading(() -> {
                Rule rule = reader.rule(entry);
                for (Earlier edition : earlier) {
                    if (edition.rule(rule).filter(before -> !says(before, rule)).isPresent()) {
                        throw entry.at("version")
                                .refuse(
                                        "a higher one: raise the version, as %d of %s says something else in the edition %s"
                                                .formatted(rule.version(), rule.id(), edition.edition()));
                    }
                }
                return rule;
            });
        }
        refusals.raise();
    }

    /** What cannot be read with the factors of now speaks of others, and so says something else. */
    private boolean says(Entry before, Rule rule) {
        return new Refusals().reading(() -> reader.rule(before)).equals(Optional.of(rule));
    }
}
