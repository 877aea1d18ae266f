package org.communitysolutions.local.history;

import java.util.UUID;

/** What homelessness-prevention tells of a household. */
final class Housing {

    /** Days that a prevention or relief duty runs: Housing Act 1996, sections 184 to 195. */
    private static final int DUTY_DAYS = 56;

    private static final String[] CAUSES = {
        "family-or-friends-no-longer-able",
        "end-of-private-tenancy",
        "relationship-breakdown",
        "end-of-social-tenancy",
        "eviction-from-supported-housing"
    };

    private final Life life;

    Housing(Life life) {
        this.life = life;
    }

    void noticeServed(long day) {
        life.told(EventType.NOTICE_SERVED, day, data -> data.text("notice", "section-8")
                .date("expiresOn", day + DUTY_DAYS));
    }

    /** The id of the application. */
    UUID approached(long day) {
        UUID application = life.draw().id();
        String cause = life.draw().oneOf(CAUSES);
        life.workOpened(
                life.told(EventType.HOMELESSNESS_APPROACH_MADE, day, data -> data.id("applicationId", application)
                        .text("cause", cause)));
        return application;
    }

    /** A duty is owed: prevention, relief, main or interim. */
    void dutyAccepted(long day, UUID application, String duty) {
        boolean told = life.told(EventType.DUTY_ACCEPTED, day, data -> data.id("applicationId", application)
                .text("duty", duty)
                .date("deadline", day + DUTY_DAYS));
        life.cameTo(Outcome.DUTY_OWED, day, told);
    }

    void planAgreed(long day, UUID application) {
        life.told(EventType.HOUSING_PLAN_AGREED, day, data -> data.id("applicationId", application));
    }

    /** The duty ends because the home is kept or another found, and with it the application. */
    void prevented(long day, UUID application) {
        String how = life.draw().oneOf("landlord-mediation", "rent-arrears-paid", "alternative-home-found");
        life.told(EventType.HOMELESSNESS_PREVENTED, day, data -> data.id("applicationId", application)
                .text("how", how));
        life.workClosed(ended(day, application, "prevention", "suitable-accommodation-secured"));
    }

    boolean ended(long day, UUID application, String duty, String reason) {
        return life.told(EventType.DUTY_ENDED, day, data -> data.id("applicationId", application)
                .text("duty", duty)
                .text("reason", reason));
    }

    /** The id of the placement. */
    UUID placed(long day, String kind) {
        UUID placement = life.draw().id();
        life.told(EventType.TEMPORARY_ACCOMMODATION_PLACED, day, data -> data.id("placementId", placement)
                .text("kind", kind));
        return placement;
    }

    void left(long day, UUID placement, String kind) {
        life.told(EventType.TEMPORARY_ACCOMMODATION_LEFT, day, data -> data.id("placementId", placement)
                .text("kind", kind));
    }
}
