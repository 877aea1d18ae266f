package org.communitysolutions.risk.rules.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.communitysolutions.risk.rules.Outcome;
import org.communitysolutions.risk.rules.TeamCapacity;
import org.junit.jupiter.api.Test;

/** What rules are judged by is read whole, and refused with its line. */
class OutcomeFilesTest {

    private static final String OUTCOMES = "outcomes-2026.1.yaml";
    private static final String CAPACITY = "capacity-2026.1.yaml";

    @Test
    void readsTheFilesOfTheRelease() {
        assertThat(Files.outcomes().all().stream().map(Outcome::code))
                .containsExactly("duty-owed", "liability-order", "job-lost", "safeguarding");
        assertThat(capacity(Files.text(CAPACITY)).tasksAWeek())
                .containsOnlyKeys(Files.vocabulary().teams());
    }

    @Test
    void refusesAnOutcomeThatNoEventCanBe() {
        assertThatThrownBy(() -> outcomes("employment-outcomes.job-lost.v1", "employment-outcomes.job-gone.v1"))
                .isInstanceOf(RulesRefused.class)
                .hasMessageMatching("(?s).*outcomes-2026.1.yaml.*\\d+.*job-gone.*an event of the vocabulary.*");
        assertThatThrownBy(() -> outcomes("code: job-lost", "code: duty-owed"))
                .hasMessageContaining("each code once only");
        assertThatThrownBy(() -> outcomes("known-by: [case,", "known-by: [friendship,"))
                .hasMessageContaining("friendship");
    }

    @Test
    void refusesACapacityThatLeavesOutATeam() {
        assertThatThrownBy(() -> capacity(Files.text(CAPACITY).replace("  housing: 60\n", "")))
                .isInstanceOf(RulesRefused.class)
                .hasMessageContaining("also for housing");
        assertThatThrownBy(() -> capacity(Files.text(CAPACITY).replace("housing: 60", "housing: -1")))
                .hasMessageContaining("a whole number, 0 to 100000");
    }

    private static void outcomes(String from, String to) {
        String text = Files.text(OUTCOMES).replace(from, to);
        OutcomesFile.read(Entry.read(OUTCOMES, new StringReader(text)), Files.vocabulary());
    }

    private static TeamCapacity capacity(String text) {
        return CapacityFile.read(Entry.read(CAPACITY, new StringReader(text)), Files.vocabulary());
    }
}
