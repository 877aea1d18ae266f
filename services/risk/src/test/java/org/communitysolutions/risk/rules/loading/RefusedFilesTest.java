package org.communitysolutions.risk.rules.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedFilesTest {

    @Test
    void takesTheFilesThatTheServiceBringsAlong() {
        assertThat(Files.rulebook(Files.text(Files.FACTORS), Files.text(Files.RULES))
                        .rules())
                .hasSize(4);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
        team: targeted                    | team: targetted                  | one of debt, domestic-abuse
        factor: private-rent              | factor: private-rents            | one of council-tax-arrears
        count: debt-advice.council-tax-instalment-missed.v1 | count: debt-advice.instalment-missed.v1 | an event of the vocabulary
        within-days: 90                   | within-days: 0                   | a whole number, 1 to 3653
        within-days: 90                   | within-days: ninety              | a whole number, 1 to 3653
        within-days: 180                  | within-days: 99999               | a whole number, 1 to 3653
        dated: dueDate                    | dated: amountPence               | that holds one of [DATE]
        dated: dueDate                    | dated: paidOn                    | a field of debt-advice.council-tax-instalment-missed.v1: accountId
        id: job-lost-arrears-rising       | id: council-tax-missed-twice     | an id that no other rule has
        trend: rising                     | trend: soaring                   | one of falling, rising, steady
        highRisk: ["true"]                | highRisk: ["yes"]                | one of false, true
        owner: Head of debt advice        | colour: red                      | has 'colour', expected only
        team: debt                        | team: domestic-abuse             | a team that takes standard tasks
        - factor: debt-case-open          | - factor: domestic-abuse         | a standard factor, as the rule is standard
        count: debt-advice.council-tax-instalment-missed.v1 | count: intake.domestic-abuse-disclosed.v1 | a standard event, as the rule is standard
        latest: employment-outcomes.job-lost.v1 | latest: intake.contact-received.v1 | an event that begins a factor
        {missed}                          | {missing}                        | named with 'as': missed
        due {dates}                       | due {day}                        | gaps for count, dates only
        zone: Europe/London               | zone: Europe/Barking             | a time zone
        version: "2026.1"                 | version: "Spring 2026"           | 1 to 40 lower-case letters
        """)
    void refusesARuleAndSaysWhatWasExpected(String good, String bad, String expected) {
        String rules = Files.text(Files.RULES);
        assertThat(rules).contains(good);

        assertThatThrownBy(() -> Files.rulebook(Files.text(Files.FACTORS), replaceFirst(rules, good, bad)))
                .isInstanceOf(RulesRefused.class)
                .hasMessageMatching("(?s)rules-2026\\.1\\.yaml line \\d+: .*")
                .hasMessageContaining(expected);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
        code: rent-arrears                | code: council-tax-arrears        | a code that no other factor has
        stands-for-days: 180              | stands-for-days: 0               | a whole number, 1 to 3653
        level: arrearsPence               | level: dueDate                   | that holds one of [NUMBER]
        where: {kind: [council-tax]}      | where: {kinds: [council-tax]}    | a field of debt-advice.arrears-cleared.v1
        kind: risk                        | kind: danger                     | one of protective, risk
        points: {present: -10}            | points: {present: 10}            | a whole number, -1000 to 0
        {band: guarded, from: 25}         | {band: elevated, from: 25}       | the bands low, guarded, elevated and high
        sensitivity: restricted           | sensitivity: standard            | a standard event, as the factor is standard
        annualPayPence: {below: 2379312}  | annualPayPence: {over: 2379312}  | expected only below, from, not
        """)
    void refusesAFactorAndSaysWhatWasExpected(String good, String bad, String expected) {
        String factors = Files.text(Files.FACTORS);
        assertThat(factors).contains(good);

        assertThatThrownBy(() -> Files.rulebook(replaceFirst(factors, good, bad), Files.text(Files.RULES)))
                .isInstanceOf(RulesRefused.class)
                .hasMessageMatching("(?s)factors-2026\\.1\\.yaml line \\d+: .*")
                .hasMessageContaining(expected);
    }

    @Test
    void namesTheLineOfWhatIsMissing() {
        String rules = Files.text(Files.RULES);
        String withoutBasis = rules.lines()
                .filter(line -> !line.contains("lawful-basis"))
                .reduce((a, b) -> a + "\n" + b)
                .orElseThrow();
        int line = (int)
                withoutBasis.substring(0, withoutBasis.indexOf("- id:")).lines().count();

        assertThatThrownBy(() -> Files.rulebook(Files.text(Files.FACTORS), withoutBasis))
                .hasMessage("rules-2026.1.yaml line %d: rules[0] expected an entry 'lawful-basis' under it"
                        .formatted(line));
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertThatThrownBy(() -> Files.rulebook(Files.text(Files.FACTORS), "version: \"1\"\nrules: [\n"))
                .isInstanceOf(RulesRefused.class)
                .hasMessageContaining("is not YAML");
    }

    private static String replaceFirst(String text, String good, String bad) {
        int at = text.indexOf(good);
        return text.substring(0, at) + bad + text.substring(at + good.length());
    }
}
