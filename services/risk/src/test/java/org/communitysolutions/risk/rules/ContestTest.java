package org.communitysolutions.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.risk.rules.Happened.HOUSEHOLD;
import static org.communitysolutions.risk.rules.Happened.debtCase;
import static org.communitysolutions.risk.rules.Happened.missed;
import static org.communitysolutions.risk.rules.Happened.need;
import static org.communitysolutions.risk.rules.Happened.needResolved;
import static org.communitysolutions.risk.rules.Happened.on;
import static org.communitysolutions.risk.rules.Happened.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.risk.rules.loading.Files;
import org.junit.jupiter.api.Test;

/** What a challenge does to what it is of, until it is decided and after. */
class ContestTest {

    private static final Evaluator EVALUATOR = Files.evaluator();

    private final List<PastEvent> missedTwice = List.of(missed("2026-09-01", 6), missed("2026-10-01", 7));
    private final UUID asked = of(missedTwice).tasks().getFirst().id();

    @Test
    void aChallengedTaskIsTakenBackUntilItIsDecided() {
        RaisedTask task = taskAfter(ofTask("2026-10-05", "recorded", ""));

        assertThat(task.stands()).isFalse();
        assertThat(task.contested()).isTrue();
    }

    @Test
    void aTaskWhoseChallengeIsDismissedIsAskedForAgainByTheSameId() {
        RaisedTask task = taskAfter(
                ofTask("2026-10-05", "recorded", ""),
                task("2026-10-05", "withdrawn", asked),
                ofTask("2026-10-20", "decided", "dismissed"));

        assertThat(task.id()).isEqualTo(asked);
        assertThat(task.stands()).isTrue();
    }

    @Test
    void aTaskWhoseChallengeIsUpheldIsNotAskedForAgainInItsEpisode() {
        List<PastEvent> history = with(
                missedTwice,
                ofTask("2026-10-05", "recorded", ""),
                ofTask("2026-10-20", "decided", "upheld"),
                missed("2026-11-01", 8));

        assertThat(of(history).tasks()).singleElement().satisfies(task -> assertThat(task.contested())
                .isTrue());
    }

    @Test
    void whileATaskIsChallengedItsRuleAsksForNoOther() {
        List<PastEvent> history = with(missedTwice, ofTask("2026-10-05", "recorded", ""), missed("2027-06-01", 3));

        assertThat(of(history).tasks()).hasSize(1);
    }

    @Test
    void aChallengedTaskThatSomebodyHasTakenUpStaysWithThem() {
        RaisedTask task = taskAfter(task("2026-10-04", "claimed", asked), ofTask("2026-10-05", "recorded", ""));

        assertThat(task.stands()).isTrue();
    }

    @Test
    void aTaskThatIsNoLongerAskedForWhenItsChallengeIsDismissedStaysWithdrawn() {
        RaisedTask task = taskAfter(
                ofTask("2026-10-05", "recorded", ""),
                debtCase("2026-10-10", "opened"),
                ofTask("2026-10-20", "decided", "dismissed"));

        assertThat(task.stands()).isFalse();
        assertThat(task.contested()).isFalse();
    }

    @Test
    void aChallengedFactorScoresNothingAndNoRuleRestsOnIt() {
        PastEvent need = need("2026-09-01", "mental-health");
        HouseholdState before = of(List.of(need));

        HouseholdState challenged = of(List.of(need, ofFactor("2026-09-05", "1", "recorded", "")));

        assertThat(before.score()).isPositive();
        assertThat(challenged.score()).isZero();
        assertThat(challenged.factors()).isEmpty();
        assertThat(challenged.contested()).extracting(HeldFactor::code).containsExactly("mental-health");
    }

    @Test
    void aFactorWhoseChallengeIsDismissedIsAsIfItHadNeverBeenChallenged() {
        PastEvent need = need("2026-09-01", "mental-health");

        HouseholdState dismissed = of(List.of(
                need,
                ofFactor("2026-09-05", "1", "recorded", ""),
                ofFactor("2026-09-20", "1", "decided", "dismissed")));

        assertThat(dismissed.factors()).isEqualTo(of(List.of(need)).factors());
        assertThat(dismissed.ended()).isEmpty();
    }

    @Test
    void aFactorWhoseChallengeIsUpheldCountsAgainOnceItHasEndedAndBegunAnew() {
        List<PastEvent> upheld = List.of(
                need("2026-09-01", "mental-health"),
                ofFactor("2026-09-05", "1", "recorded", ""),
                ofFactor("2026-09-20", "1", "decided", "upheld"),
                need("2026-09-25", "mental-health"));

        assertThat(of(upheld).factors()).isEmpty();
        assertThat(of(with(upheld, needResolved("2026-10-01", "mental-health"), need("2026-10-05", "mental-health")))
                        .factors())
                .extracting(HeldFactor::code)
                .containsExactly("mental-health");
    }

    @Test
    void noRuleAsksForAnythingWhileTheScoreIsChallengedAndWhatStillHoldsIsAskedForThen() {
        List<PastEvent> paused = with(missedTwice, ofScore("2026-09-20", "recorded", ""));

        assertThat(of(paused).tasks()).isEmpty();
        assertThat(of(paused).scoreContested()).isTrue();
        HouseholdState decided = of(with(paused, ofScore("2026-10-20", "decided", "dismissed")));
        assertThat(decided.scoreContested()).isFalse();
        assertThat(decided.tasks()).extracting(RaisedTask::id).containsExactly(asked);
    }

    private RaisedTask taskAfter(PastEvent... more) {
        List<RaisedTask> tasks = of(with(missedTwice, more)).tasks();
        assertThat(tasks).hasSize(1);
        return tasks.getFirst();
    }

    private static HouseholdState of(List<PastEvent> history) {
        return EVALUATOR
                .evaluate(HOUSEHOLD, Clearance.STANDARD, history, Instant.EPOCH)
                .orElseThrow();
    }

    private static List<PastEvent> with(List<PastEvent> history, PastEvent... more) {
        List<PastEvent> all = new ArrayList<>(history);
        all.addAll(List.of(more));
        return all;
    }

    private PastEvent ofTask(String day, String what, String outcome) {
        return challenge(day, what, outcome, "challengeId", "1", "of", "task", "taskId", asked.toString());
    }

    private static PastEvent ofFactor(String day, String id, String what, String outcome) {
        return challenge(day, what, outcome, "challengeId", id, "of", "factor", "factor", "mental-health");
    }

    private static PastEvent ofScore(String day, String what, String outcome) {
        return challenge(day, what, outcome, "challengeId", "1", "of", "score");
    }

    private static PastEvent challenge(String day, String what, String outcome, Object... fields) {
        List<Object> all = new ArrayList<>(List.of(fields));
        if (!outcome.isEmpty()) {
            all.addAll(List.of("outcome", outcome));
        }
        return on(day, "risk.challenge-" + what + ".v1", all.toArray());
    }
}
