package org.communitysolutions.risk.rules.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RuleVersionsTest {

    private static final String FACTORS = Files.text(Files.FACTORS);
    private static final String RULES = Files.text(Files.RULES);

    private final ReadRulebook read = new ReadRulebook(Files.vocabulary());

    @Test
    void refusesARuleThatSaysSomethingElseUnderTheSameVersion() {
        List<Refusal> refusals =
                refusals(FACTORS, within("council-tax-missed-twice", "working-days: 5", "working-days: 6"));

        assertThat(refusals).singleElement().satisfies(refusal -> {
            assertThat(RULES.lines().toList().get(refusal.line() - 2)).contains("id: council-tax-missed-twice");
            assertThat(refusal.expected())
                    .isEqualTo("version is '1', expected a higher one: raise the version, as 1 of"
                            + " council-tax-missed-twice says something else in the edition 2026.1");
        });
    }

    @Test
    void refusesEachOfThem() {
        String changed = RULES.replace("owner: Head of debt advice", "owner: Head of money advice");

        assertThat(refusals(FACTORS, changed)).hasSizeGreaterThan(1);
    }

    @Test
    void refusesARuleThatSpeaksOfAnotherFactorThanBefore() {
        String factors = FACTORS.replace("code: temporary-accommodation\n", "code: in-lodgings\n");
        Matcher names = Pattern.compile("factor: temporary-accommodation\\b").matcher(RULES);
        long rules = names.results().count();
        assertThat(rules).isPositive();

        assertThat(refusals(factors, RULES.replaceAll("factor: temporary-accommodation\\b", "factor: in-lodgings")))
                .isNotEmpty();
    }

    @Test
    void takesWhatSaysTheSameInOtherWords() {
        String laidOutOtherwise = RULES.replace(
                        "    due: {working-days: 5, priority: high}\n",
                        "    # Soon.\n    due:\n      priority: high\n      working-days:   5\n")
                .replace("- name: one instalment, told twice\n", "- name: one instalment that is told twice\n");
        assertThat(laidOutOtherwise).isNotEqualTo(RULES);

        assertThatCode(() -> compare(FACTORS, laidOutOtherwise)).doesNotThrowAnyException();
    }

    @Test
    void takesARuleThatSaysSomethingElseUnderAnotherVersionAndFactorsThatCountOtherwise() {
        String raised = within("council-tax-missed-twice", "version: 1", "version: 2")
                .replaceFirst("working-days: 5", "working-days: 6");

        assertThatCode(() -> compare(FACTORS.replaceFirst("present: 20", "present: 25"), raised))
                .doesNotThrowAnyException();
    }

    private static String within(String rule, String from, String to) {
        int at = RULES.indexOf("  - id: " + rule + "\n");
        return RULES.substring(0, at) + RULES.substring(at).replaceFirst(from, to);
    }

    private List<Refusal> refusals(String factors, String rules) {
        return catchThrowableOfType(RulesRefused.class, () -> compare(factors, rules))
                .refusals();
    }

    private void compare(String factors, String rules) {
        read.compare(EditionText.of(factors, rules), Map.of("2026.1", EditionText.of(FACTORS, RULES)));
    }
}
