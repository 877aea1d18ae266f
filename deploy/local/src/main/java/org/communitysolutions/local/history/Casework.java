package org.communitysolutions.local.history;

import java.util.UUID;
import java.util.function.Consumer;

/** What case-management tells of a household. */
final class Casework {

    private final Life life;

    Casework(Life life) {
        this.life = life;
    }

    /** Opens a case with a lead worker; the case's id. */
    UUID opened(long day, String tier, String team) {
        UUID id = life.draw().id();
        UUID worker = life.draw().id();
        life.workOpened(life.told(EventType.CASE_OPENED, day, data -> data.id("caseId", id)
                .text("tier", tier)
                .text("team", team)));
        life.told(EventType.LEAD_WORKER_ASSIGNED, day + 1, data -> data.id("caseId", id)
                .id("workerId", worker));
        return id;
    }

    void assessed(long day, UUID id, String... needs) {
        life.told(EventType.ASSESSMENT_COMPLETED, day, data -> data.id("caseId", id)
                .text("kind", "whole-family")
                .list("needs", needs));
    }

    void planned(long day, UUID id, int goals) {
        life.told(EventType.PLAN_AGREED, day, data -> data.id("caseId", id).number("goals", goals));
    }

    void goalMet(long day, UUID id) {
        UUID goal = life.draw().id();
        life.told(EventType.GOAL_MET, day, data -> data.id("caseId", id).id("goalId", goal));
    }

    void familyOutcome(long day, UUID id, String what) {
        life.told(EventType.FAMILY_OUTCOME_ACHIEVED, day, data -> data.id("caseId", id)
                .text("outcome", what));
    }

    void closed(long day, UUID id, String reason) {
        life.workClosed(life.told(
                EventType.CASE_CLOSED, day, data -> data.id("caseId", id).text("reason", reason)));
    }

    /** A task that somebody does within two weeks; three events. */
    void taskDone(long day, String kind, String team, String outcome) {
        Task task = new Task(life.draw().id(), kind, team, day + 10);
        life.workOpened(life.told(EventType.TASK_CREATED, day, task));
        long claimed = day + life.draw().between(1, 4);
        life.told(EventType.TASK_CLAIMED, claimed, task);
        long done = claimed + life.draw().between(1, 7);
        life.workClosed(life.told(EventType.TASK_COMPLETED, done, data -> {
            task.accept(data);
            data.text("outcome", outcome);
        }));
    }

    /** A task that stands open. */
    void taskOpen(long day, String kind, String team) {
        Task task = new Task(life.draw().id(), kind, team, day + 14);
        life.workOpened(life.told(EventType.TASK_CREATED, day, task));
    }

    /** On the restricted topic. */
    void safeguarding(long day, String kind) {
        UUID referral = life.draw().id();
        int level = life.draw().between(3, 4);
        boolean told = life.told(EventType.SAFEGUARDING_REFERRAL_MADE, day, data -> data.id("referralId", referral)
                .text("kind", kind)
                .number("level", level));
        life.cameTo(Outcome.SAFEGUARDING, day, told);
    }

    /**
     * What each event of a task says.
     *
     * @param dueDay days since 1970
     */
    private record Task(UUID id, String kind, String team, long dueDay) implements Consumer<EventData> {

        @Override
        public void accept(EventData data) {
            data.id("taskId", id)
                    .text("kind", kind)
                    .text("team", team)
                    .text("priority", "normal")
                    .date("dueOn", dueDay);
        }
    }
}
