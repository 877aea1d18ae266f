package org.communitysolutions.local.history;

import java.util.UUID;

/** What employment-outcomes tells of one person of a household. */
final class Work {

    private final Life life;
    private final UUID person;
    private final UUID participant;
    private final UUID job;

    Work(Life life) {
        this.life = life;
        this.person = life.draw().id();
        this.participant = life.draw().id();
        this.job = life.draw().id();
    }

    void lost(long day) {
        boolean told = life.told(
                EventType.JOB_LOST, day, data -> data.id("personId", person).date("on", day));
        life.cameTo(Outcome.JOB_LOST, day, told);
    }

    /** Takes part in the programme: unemployed, inactive or low-paid. */
    void enrolled(long day, String status) {
        life.workOpened(life.told(EventType.PARTICIPANT_ENROLLED, day, data -> data.id("participantId", participant)
                .id("personId", person)
                .text("status", status)));
    }

    /** Starts a full-time job above the National Living Wage. */
    void started(long day) {
        int pay = 2_400_000 + 10_000 * life.draw().between(0, 120);
        life.told(EventType.JOB_STARTED, day, data -> data.id("participantId", participant)
                .id("personId", person)
                .id("jobId", job)
                .date("on", day)
                .number("hours", 37)
                .number("annualPayPence", pay));
    }

    /** Is in work after 13 or 26 weeks; after 26 the programme is over. */
    void sustained(long day, int weeks) {
        boolean told = life.told(EventType.JOB_SUSTAINED, day, data -> data.id("participantId", participant)
                .id("personId", person)
                .id("jobId", job)
                .number("weeks", weeks));
        life.workClosed(told && weeks == 26);
    }
}
