package org.communitysolutions.risk.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.risk.rules.Happened.HOUSEHOLD;
import static org.communitysolutions.risk.rules.Happened.debtCase;
import static org.communitysolutions.risk.rules.Happened.missed;
import static org.communitysolutions.risk.rules.Happened.on;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.RaisedTask;
import org.communitysolutions.risk.rules.loading.Files;
import org.junit.jupiter.api.Test;

class TaskDifferenceTest {

    private static final Evaluator EVALUATOR = Files.evaluator();

    private final PastEvent first = missed("2026-09-01", 6);
    private final PastEvent second = missed("2026-10-01", 7);

    @Test
    void announcesATaskOnce() {
        AskedFor asked = asked(first, second);
        RaisedTask task = asked.tasks().getFirst();

        assertThat(changes(List.of(), asked)).containsExactly(new TaskChange.Raised(HOUSEHOLD, task));
        assertThat(changes(List.of(known(task, true)), asked)).isEmpty();
    }

    @Test
    void neverSpeaksOfATaskThatWasOverBeforeItWasKnown() {
        assertThat(changes(List.of(), asked(first, second, debtCase("2026-10-05", "opened"))))
                .isEmpty();
    }

    @Test
    void withdrawsWhatIsNoLongerAskedForAndSaysWhy() {
        RaisedTask task = asked(first, second).tasks().getFirst();

        assertThat(why(task, asked(first, second, debtCase("2026-10-05", "opened"))))
                .isEqualTo(Withdrawal.CONDITION_ENDED);
        assertThat(why(task, asked(debtCase("2026-08-05", "opened"), first, second)))
                .isEqualTo(Withdrawal.CORRECTED);
        KnownTask ofOldVersion =
                new KnownTask(task.id(), HOUSEHOLD, task.rule(), 7, Clearance.STANDARD, true, Optional.empty());
        assertThat(((TaskChange.Withdrawn)
                                changes(List.of(ofOldVersion), asked(first)).getFirst())
                        .why())
                .isEqualTo(Withdrawal.RULE_RETIRED);
    }

    @Test
    void asksAgainForTheSameTaskWhenTheCorrectionIsCorrected() {
        AskedFor asked = asked(first, second);
        RaisedTask task = asked.tasks().getFirst();

        assertThat(changes(List.of(known(task, false)), asked)).containsExactly(new TaskChange.Raised(HOUSEHOLD, task));
    }

    @Test
    void leavesATaskThatWasCompleted() {
        RaisedTask task = asked(first, second).tasks().getFirst();
        AskedFor corrected =
                AskedFor.of(HOUSEHOLD, List.of(), List.of(completed("2026-10-03", task, "helped")), first.occurredAt());

        assertThat(changes(List.of(known(task, true)), corrected))
                .singleElement()
                .isInstanceOf(TaskChange.Ended.class);
    }

    @Test
    void keepsTheEndThatHappenedLastInWhateverOrderItsEventsArrived() {
        RaisedTask task = asked(first, second).tasks().getFirst();
        PastEvent wrong = completed("2026-10-03", task, "wrong");
        PastEvent helped = completed("2026-10-05", task, "helped");
        TaskChange.Ended ended =
                new TaskChange.Ended(HOUSEHOLD, known(task, true), new TaskEnd(Outcome.HELPED, helped.occurredAt()));

        assertThat(changes(List.of(known(task, true)), asked(first, second, wrong, helped)))
                .containsExactly(ended);
        assertThat(changes(List.of(known(task, true)), asked(first, second, helped, wrong)))
                .containsExactly(ended);
        assertThat(changes(List.of(ended.known()), asked(first, second, helped, wrong)))
                .isEmpty();
    }

    @Test
    void doesNotLetARestrictedEndBeSeenInAStandardTask() {
        RaisedTask task = asked(first, second).tasks().getFirst();
        PastEvent told = completed("2026-10-03", task, "helped");
        Object[] values = new Object[told.kind().fields().size()];
        for (int place = 0; place < values.length; place++) {
            values[place] = told.value(place);
        }
        PastEvent restricted = new PastEvent(told.id(), told.kind(), told.occurredAt(), true, values);

        assertThat(TaskEnds.of(List.of(restricted)).of(task.id(), Clearance.STANDARD))
                .isEmpty();
        assertThat(TaskEnds.of(List.of(restricted)).of(task.id(), Clearance.RESTRICTED))
                .isPresent();
    }

    private static PastEvent completed(String day, RaisedTask task, String outcome) {
        return on(day, "case-management.task-completed.v1", "taskId", task.id().toString(), "outcome", outcome);
    }

    private static Withdrawal why(RaisedTask announced, AskedFor asked) {
        List<TaskChange> changes = changes(List.of(known(announced, true)), asked);
        assertThat(changes).hasSize(1);
        return ((TaskChange.Withdrawn) changes.getFirst()).why();
    }

    private static List<TaskChange> changes(List<KnownTask> known, AskedFor asked) {
        return TaskDifference.between(new ArrayList<>(known), asked, EVALUATOR.book());
    }

    private static KnownTask known(RaisedTask task, boolean stands) {
        return new KnownTask(
                task.id(), HOUSEHOLD, task.rule(), task.ruleVersion(), task.clearance(), stands, Optional.empty());
    }

    private static AskedFor asked(PastEvent... events) {
        HouseholdState state = EVALUATOR
                .evaluate(HOUSEHOLD, Clearance.STANDARD, List.of(events), Instant.EPOCH)
                .orElseThrow();
        return AskedFor.of(HOUSEHOLD, state.tasks(), List.of(events), state.asOf());
    }
}
