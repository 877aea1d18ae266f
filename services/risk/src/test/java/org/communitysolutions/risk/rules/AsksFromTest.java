package org.communitysolutions.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.risk.rules.Happened.HOUSEHOLD;
import static org.communitysolutions.risk.rules.Happened.jobLost;
import static org.communitysolutions.risk.rules.Happened.missed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.communitysolutions.risk.rules.loading.Files;
import org.junit.jupiter.api.Test;

/** A council that brings its history along is asked for what it comes to know from its first day on. */
class AsksFromTest {

    private static final Evaluator EVER = Files.evaluator();
    private static final Evaluator FROM = EVER.askingFrom(LocalDate.parse("2026-10-02"));

    @Test
    void nothingIsAskedForThatWasKnownBefore() {
        List<PastEvent> history = List.of(missed("2026-08-01", 5), missed("2026-09-01", 6), missed("2026-09-30", 7));

        assertThat(tasks(EVER, history, "2026-10-10")).isNotEmpty();
        assertThat(tasks(FROM, history, "2026-10-10")).isEmpty();
    }

    @Test
    void whatHappenedBeforeIsKnownAllTheSame() {
        List<PastEvent> history = List.of(missed("2026-08-01", 5), missed("2026-09-01", 6));

        HouseholdState state = state(FROM, history, "2026-10-10");

        assertThat(state.score()).isEqualTo(state(EVER, history, "2026-10-10").score());
        assertThat(state.factors()).isEqualTo(state(EVER, history, "2026-10-10").factors());
    }

    @Test
    void newsAsksForWhatHeldBeforeAsItsFirstTask() {
        List<PastEvent> history = List.of(missed("2026-08-01", 5), missed("2026-09-01", 6), missed("2026-10-01", 7));

        List<RaisedTask> asked = tasks(FROM, history, "2026-10-10");

        assertThat(asked).singleElement().satisfies(task -> {
            assertThat(task.raisedAt()).isEqualTo(history.getLast().occurredAt());
            assertThat(task.id())
                    .isEqualTo(tasks(EVER, history, "2026-10-10").getFirst().id());
        });
    }

    @Test
    void anOldMatterIsAskedForWhenItIsToldOnTheFirstDayOrLater() {
        List<PastEvent> dayBefore =
                List.of(missed("2026-08-01", 5), missed("2026-10-01", "2026-09-01", 6, "account-1"));
        List<PastEvent> firstDay = List.of(missed("2026-08-01", 5), missed("2026-10-02", "2026-09-01", 6, "account-1"));

        assertThat(tasks(FROM, dayBefore, "2026-10-10")).isEmpty();
        assertThat(tasks(FROM, firstDay, "2026-10-10")).hasSize(1);
    }

    @Test
    void anAbsenceIsAskedForWhenItsTimeIsUpOnTheFirstDayOrLater() {
        assertThat(tasks(FROM, List.of(jobLost("2026-09-03")), "2026-10-10")).isEmpty();
        assertThat(tasks(FROM, List.of(jobLost("2026-09-04")), "2026-10-10")).hasSize(1);
    }

    private static List<RaisedTask> tasks(Evaluator by, List<PastEvent> history, String until) {
        return state(by, history, until).tasks();
    }

    private static HouseholdState state(Evaluator by, List<PastEvent> history, String until) {
        Instant horizon = Instant.parse(until + "T00:00:00Z");
        return by.evaluate(HOUSEHOLD, Clearance.STANDARD, history, horizon).orElseThrow();
    }
}
