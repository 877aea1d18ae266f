package org.communitysolutions.risk.oneview.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.challenges.ChallengeState;
import org.communitysolutions.risk.challenges.SubjectKind;
import org.communitysolutions.risk.oneview.TaskProgress;
import org.communitysolutions.risk.rules.Band;
import org.communitysolutions.risk.rules.Factor;
import org.communitysolutions.risk.rules.Priority;
import org.communitysolutions.risk.rules.ScorePart;
import org.communitysolutions.risk.rules.Trend;
import org.communitysolutions.risk.tasks.Outcome;
import org.communitysolutions.risk.tasks.StoredTask;
import org.communitysolutions.risk.tasks.Withdrawal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One household as the viewer may see it.
 *
 * @param asOf when the last event or lapse was that this rests on
 * @param work what is open with the household, in every service
 * @param timeline the latest events, newest first; the address {@code timeline} beside this one has the others
 */
record OneViewAnswer(
        Household household,
        Optional<Instant> asOf,
        Score score,
        List<HeldFactorView> factors,
        List<WorkView> work,
        List<TaskView> tasks,
        List<ChallengeView> challenges,
        List<TimelineEvent> timeline) {

    /** What is known of the household; what is left out is not known. */
    record Household(
            UUID id, Optional<String> tenure, Optional<String> ward, Optional<Long> adults, Optional<Long> children) {}

    /**
     * The score taken apart. It proposes; a person decides. While the household contests it there is none: its parts are
     * left to those who decide.
     *
     * @param value 0 to 1,000
     * @param trend which way it went since {@code beforeOn}, when it was {@code before}
     * @param factorsVersion the edition of the points
     */
    record Score(
            boolean contested,
            Optional<Integer> value,
            Optional<Band> band,
            Optional<Trend> trend,
            LocalDate beforeOn,
            Optional<Integer> before,
            List<Part> parts,
            String factorsVersion,
            String rulesVersion) {}

    /**
     * Work that somebody has begun and nobody has ended.
     *
     * @param kind case, task, debt-case, application, duty, participant or match
     * @param service where it is done
     * @param id what that service knows it by
     */
    record WorkView(String kind, String service, String id, Instant since, Source latest) {}

    /** What a factor counts for, and the event that it rests on. */
    record Part(String factor, String name, ScorePart.Because because, int points, UUID eventId) {}

    /** An event that something rests on. */
    record Source(UUID id, String type, Instant occurredAt) {}

    /**
     * A factor that the household has.
     *
     * @param contested whether it counts for nothing, since the household contests it or did so rightly
     * @param level pence, of all accounts together
     * @param standsUntil when it ends unless there is news
     * @param source the event that began it
     * @param latest the last event that brought news of it
     */
    record HeldFactorView(
            String factor,
            String name,
            Factor.Kind kind,
            boolean contested,
            Instant since,
            Optional<Instant> standsUntil,
            Optional<Long> level,
            Trend trend,
            Source source,
            Source latest) {}

    /**
     * A task that a rule asked for.
     *
     * @param reason why, in words
     * @param reasons the events that it rests on
     * @param stage where it stands with the people who do it
     * @param withdrawn why it is asked for no longer
     */
    record TaskView(
            UUID id,
            String rule,
            int ruleVersion,
            String kind,
            String team,
            Priority priority,
            LocalDate dueOn,
            Instant raisedAt,
            String reason,
            List<StoredTask.EventOfReason> reasons,
            TaskProgress.Stage stage,
            Optional<Outcome> outcome,
            Optional<Withdrawal> withdrawn) {}

    /**
     * Something that the household contests, or that it contested rightly.
     *
     * @param of what it is of
     * @param dueOn by when it is to have an answer
     * @param decidedAt when it was upheld
     */
    @Schema(name = "StandingChallenge")
    record ChallengeView(
            UUID id,
            SubjectKind of,
            Optional<UUID> task,
            Optional<String> factor,
            LocalDate receivedOn,
            LocalDate dueOn,
            ChallengeState state,
            Optional<Instant> decidedAt) {}

    /**
     * Something that happened; {@code data} is as its publisher told it.
     *
     * @param household the one that it was told of, if that is another, which was merged into this one
     */
    record TimelineEvent(
            UUID id,
            String type,
            String title,
            Instant occurredAt,
            Optional<UUID> household,

            @JsonRawValue @Schema(implementation = Object.class)
            String data) {}
}
