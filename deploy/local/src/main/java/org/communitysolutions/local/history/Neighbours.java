package org.communitysolutions.local.history;

import java.util.UUID;

/** What volunteer-coordination tells around a household: one volunteer who calls on it. */
final class Neighbours {

    private final Life life;
    private final UUID volunteer;
    private final UUID match;

    Neighbours(Life life) {
        this.life = life;
        this.volunteer = life.draw().id();
        this.match = life.draw().id();
    }

    void matched(long day) {
        life.told(EventType.VOLUNTEER_MATCHED, day, data -> data.id("matchId", match)
                .id("volunteerId", volunteer)
                .text("role", "befriender"));
    }

    /** Hours are the volunteer's: the event is about no household. */
    void called(long day) {
        int minutes = 15 * life.draw().between(2, 8);
        life.toldOfOthers(EventType.HOURS_LOGGED, volunteer, day, data -> data.id("volunteerId", volunteer)
                .number("minutes", minutes)
                .text("activity", "befriending")
                .date("on", day)
                .id("matchId", match));
    }

    void ended(long day, String reason) {
        life.told(EventType.MATCH_ENDED, day, data -> data.id("matchId", match)
                .id("volunteerId", volunteer)
                .text("reason", reason));
    }
}
