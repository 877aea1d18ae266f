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
                .hasSize(17);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
        team: targeted                    | team: targetted                  | one of debt, domestic-abuse
        factor: private-rent              | factor: private-rents            | one of breathing-space, caring
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
        - open: debt-case                 | - factor: domestic-abuse         | a standard factor, as the rule is standard
        count: debt-advice.council-tax-instalment-missed.v1 | count: intake.domestic-abuse-disclosed.v1 | a standard event, as the rule is standard
        - open: debt-case                 | - open: debt-cases               | one of application, case, debt-case
        - factor: private-rent            | - {factor: private-rent, open: case} | one condition: factor, count, sum, latest
        news-within-days: 90              | news-within-days: 181            | a whole number, 1 to 180
        since-days: 14                    | since-days: 0                    | a whole number, 1 to 3653
        {open: case, where: {team: [targeted]}} | {open: case, where: {colour: [red]}} | fields of an event that opens a case
        days-before: 10                   | within-days: 10                  | or 'by' a date
        days-before: 10                   | days-before: 0                   | a whole number, 1 to 3653
        by: endsOn                        | by: kind                         | that holds one of [DATE]
        same: [moratoriumId]              | same: [awardId]                  | a field of debt-advice.breathing-space-started.v1
        {event: case-management.task-claimed.v1, same: [taskId]} | {event: case-management.task-overdue.v1, same: [taskId]} | an event that some service publishes
        after: {event: homelessness-prevention.duty-ended.v1} | after: {event: homelessness-prevention.homelessness-approach-made.v1} | an event that is not itself among those
        household: {children: {from: 1}}  | household: {}                    | at least one of adults, children, tenure, ward
        of: amountPence                   | of: fund                         | that holds one of [NUMBER]
        {calendar-days: 3, priority: urgent} | {calendar-days: 3, working-days: 3, priority: urgent} | either 'working-days' or 'calendar-days'
        not: {factor: debt-case-open}     | not: {factor: debt-case-open, at-least: 3} | a factor with a level
        {as: school, factor: school-attendance | {as: school, trend: falling, factor: school-attendance | a trend that school-attendance can have
        asks: yes                         | asks: no                         | expected 1, the tasks of council-tax-missed-twice
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
    void refusesARuleWhoseExamplesNeverAsk() {
        String rules = Files.text(Files.RULES);
        String examples = rules.substring(rules.indexOf("    examples:"), rules.indexOf("  - id: job-lost"));
        String silent = examples.replaceAll("(?s)      - name: (?:(?!      - name: ).)*?asks: (yes|1)\n", "");

        assertThatThrownBy(() -> Files.rulebook(Files.text(Files.FACTORS), rules.replace(examples, silent)))
                .hasMessageContaining("an example that asks for a task, and one that does not");
    }

    @Test
    void refusesEventsThatAreBothLaterAndEarlierThanAnother() {
        String after = "after: {event: homelessness-prevention.duty-ended.v1}";
        String both = after + "\n        before: {event: homelessness-prevention.duty-ended.v1}";

        assertThatThrownBy(() -> Files.rulebook(
                        Files.text(Files.FACTORS), Files.text(Files.RULES).replace(after, both)))
                .hasMessageContaining("either 'after' or 'before'");
    }

    @Test
    void namesTheLineOfEachThingThatIsMissing() {
        String rules = Files.text(Files.RULES);
        String withoutBasis = rules.lines()
                .filter(line -> !line.contains("lawful-basis"))
                .reduce((a, b) -> a + "\n" + b)
                .orElseThrow();
        int line = (int)
                withoutBasis.substring(0, withoutBasis.indexOf("- id:")).lines().count();

        assertThatThrownBy(() -> Files.rulebook(Files.text(Files.FACTORS), withoutBasis))
                .isInstanceOfSatisfying(RulesRefused.class, refused -> {
                    assertThat(refused.refusals()).hasSize(17);
                    assertThat(refused.refusals().getFirst())
                            .isEqualTo(new Refusal(
                                    "rules-2026.1.yaml",
                                    line,
                                    5,
                                    "rules[0] expected an entry 'lawful-basis' under it"));
                });
    }

    @Test
    void namesEachExampleThatComesOutOtherwise() {
        String rules = Files.text(Files.RULES);
        String wrong = rules.substring(0, rules.indexOf("\nrules:"))
                + rules.substring(rules.indexOf("\nrules:")).replace("asks: yes", "asks: 7");

        assertThatThrownBy(() -> Files.rulebook(Files.text(Files.FACTORS), wrong))
                .isInstanceOfSatisfying(RulesRefused.class, refused -> assertThat(refused.refusals())
                        .hasSizeGreaterThan(10)
                        .allSatisfy(refusal -> assertThat(refusal.expected()).contains("is '7', expected 1")));
    }

    @Test
    void refusesListsThatRepeatLists() {
        String factors = Files.text(Files.FACTORS);
        String repeated =
                factors.replaceFirst("    begins:", "    begins: &more").replace("    ends:\n", "    ends: *more\n");

        assertThatThrownBy(() -> Files.rulebook(repeated, Files.text(Files.RULES)))
                .isInstanceOf(RulesRefused.class)
                .hasMessageContaining("is not YAML");
    }

    @Test
    void refusesNamesThatAreNoWords() {
        assertThatThrownBy(() -> Files.rulebook("? [version]\n: 1\n", Files.text(Files.RULES)))
                .hasMessageContaining("names that are plain words");
    }

    @Test
    void refusesCharactersThatNoTextHas() {
        assertThatThrownBy(() -> Files.rulebook("version: \u0000\n", Files.text(Files.RULES)))
                .isInstanceOf(RulesRefused.class)
                .hasMessageContaining("is not YAML");
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertThatThrownBy(() -> Files.rulebook(Files.text(Files.FACTORS), "version: \"1\"\nrules: [\n"))
                .isInstanceOf(RulesRefused.class)
                .hasMessageContaining("is not YAML");
    }

    private static String replaceFirst(String text, String good, String bad) {
        int head = text.indexOf("\nversion:");
        int at = text.indexOf(good, head);
        return text.substring(0, at) + bad + text.substring(at + good.length());
    }
}
