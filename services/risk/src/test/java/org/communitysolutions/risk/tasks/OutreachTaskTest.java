package org.communitysolutions.risk.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.risk.rules.Happened.on;
import static org.communitysolutions.risk.rules.Happened.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.Priority;
import org.junit.jupiter.api.Test;

/** What becomes of a task that outreach asked for, by what is told of its household. */
class OutreachTaskTest {

    private static final UUID ID = UUID.randomUUID();
    private static final Instant RAISED = Instant.parse("2026-09-01T09:00:00Z");
    private static final OutreachTask ASKED = new OutreachTask(
            UUID.randomUUID(),
            Clearance.STANDARD,
            new StoredTask(
                    ID,
                    "outreach",
                    1,
                    "call-household",
                    "universal",
                    Priority.NORMAL,
                    LocalDate.of(2026, 9, 15),
                    "Help before court costs are added",
                    List.of(),
                    RAISED,
                    Optional.empty(),
                    Optional.empty()),
            Optional.empty());

    @Test
    void isTakenBackByAChallengeAndAskedForAgainOnceThatIsDismissed() {
        PastEvent challenge = challenge("2026-09-05", "recorded", "one", "");

        OutreachTask contested = ASKED.after(List.of(challenge));

        assertThat(contested.task().withdrawnAt()).contains(challenge.occurredAt());
        assertThat(contested.task().withdrawn()).contains(Withdrawal.CHALLENGED);
        assertThat(contested.after(List.of(challenge, challenge("2026-09-20", "decided", "one", "dismissed"))))
                .isEqualTo(ASKED);
        assertThat(contested
                        .after(List.of(challenge, challenge("2026-09-20", "decided", "one", "upheld")))
                        .stands())
                .isFalse();
    }

    @Test
    void standsWhenSomebodyHadTakenItUpBeforeItWasChallenged() {
        PastEvent challenge = challenge("2026-09-05", "recorded", "one", "");

        assertThat(ASKED.after(List.of(task("2026-09-04", "claimed", ID), challenge))
                        .stands())
                .isTrue();
        assertThat(ASKED.after(List.of(task("2026-09-06", "claimed", ID), challenge))
                        .stands())
                .isFalse();
        assertThat(ASKED.after(List.of(task("2026-09-04", "claimed", UUID.randomUUID()), challenge))
                        .stands())
                .isFalse();
    }

    @Test
    void comesToTheSameInWhateverOrderItIsTold() {
        List<PastEvent> history = new ArrayList<>(List.of(
                challenge("2026-09-05", "recorded", "one", ""),
                challenge("2026-09-08", "decided", "one", "dismissed"),
                challenge("2026-09-10", "recorded", "two", ""),
                challenge("2026-09-12", "decided", "two", "withdrawn"),
                ended("2026-09-14", "wrong", false),
                ended("2026-09-16", "helped", false)));
        OutreachTask expected = ASKED.after(history);

        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(history, new Random(seed));
            OutreachTask after = ASKED;
            for (int told = 1; told <= history.size(); told++) {
                after = after.after(history.subList(0, told));
            }
            assertThat(after).isEqualTo(expected);
        }
        assertThat(expected.stands()).isTrue();
        assertThat(expected.end()).map(TaskEnd::outcome).contains(Outcome.HELPED);
    }

    @Test
    void hasNoEndThatOnlyARestrictedEventTellsOfUnlessItIsRestrictedItself() {
        List<PastEvent> history = List.of(ended("2026-09-14", "helped", true));

        assertThat(ASKED.after(history).end()).isEmpty();
        assertThat(new OutreachTask(ASKED.household(), Clearance.RESTRICTED, ASKED.task(), Optional.empty())
                        .after(history)
                        .end())
                .isPresent();
    }

    private static PastEvent challenge(String day, String what, String challenge, String outcome) {
        return on(
                day,
                "risk.challenge-" + what + ".v1",
                "challengeId",
                challenge,
                "of",
                "task",
                "taskId",
                ID.toString(),
                what.equals("decided") ? "outcome" : "of",
                what.equals("decided") ? outcome : "task");
    }

    private static PastEvent ended(String day, String outcome, boolean restricted) {
        PastEvent event = on(day, "case-management.task-completed.v1", "taskId", ID.toString(), "outcome", outcome);
        Object[] values = new Object[event.kind().fields().size()];
        for (int place = 0; place < values.length; place++) {
            values[place] = event.value(place);
        }
        return new PastEvent(event.id(), event.kind(), event.occurredAt(), restricted, values);
    }
}
