package org.communitysolutions.risk.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitysolutions.risk.editions.RulesInForce;
import org.communitysolutions.risk.journal.PackedHistory;
import org.communitysolutions.risk.links.HouseholdLink;
import org.communitysolutions.risk.links.JointHistory;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.EndedFactor;
import org.communitysolutions.risk.rules.HouseholdFacts;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.rules.Joined;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.RaisedTask;
import org.communitysolutions.risk.rules.Rulebook;
import org.communitysolutions.risk.stream.HouseholdChange.StateRow;
import org.communitysolutions.risk.tasks.AnnounceTasks;
import org.communitysolutions.risk.tasks.AskedFor;
import org.communitysolutions.risk.tasks.TaskChange;
import org.communitysolutions.risk.tasks.TaskDifference;
import org.communitysolutions.risk.tasks.Withdrawal;
import org.communitysolutions.shared.messaging.Announcement;

/**
 * Works out what becomes of a household that is merged into another. It keeps its own history, for the day on which the
 * merge is taken back, and amounts to nothing by itself: its factors have ended, and of its tasks those stand that
 * somebody has taken up.
 */
final class MergedAway {

    private final EvaluateHousehold evaluate;
    private final RulesInForce rules;

    MergedAway(EvaluateHousehold evaluate, RulesInForce rules) {
        this.evaluate = evaluate;
        this.rules = rules;
    }

    /**
     * The household with more events.
     *
     * @param others what households add to its history that had been merged into it before
     * @param by what made it part of another
     * @param time how far time has come in its lane
     */
    HouseholdChange after(Household before, List<PastEvent> news, JointHistory others, HouseholdLink by, Instant time) {
        Map<Clearance, HouseholdState> states = new EnumMap<>(Clearance.class);
        List<StateRow> rows = new ArrayList<>();
        List<RaisedTask> asked = new ArrayList<>();
        List<PastEvent> history = List.of();
        for (Clearance clearance : Clearance.values()) {
            Optional<Household.Part> part = EvaluateHousehold.part(before, clearance);
            PackedHistory.Opened own = evaluate.grown(part, news, clearance.isRestricted());
            if (part.isPresent() || !own.events().isEmpty()) {
                history = EvaluateHousehold.together(history, own.events());
                history = EvaluateHousehold.together(history, others.events(clearance.isRestricted()));
                states.put(clearance, nothing(part, by));
                rows.add(row(clearance, part, own, states.get(clearance), time));
                asked.addAll(asked(before, clearance, history, others.joined(), time));
            }
        }
        List<TaskChange> tasks = TaskDifference.between(
                        before.tasks(),
                        AskedFor.of(before.id(), asked, history, by.occurredAt())
                                .inHand(history),
                        book())
                .stream()
                .map(MergedAway::because)
                .toList();
        List<Announcement> announcements = new ArrayList<>(
                new StateDifference(before.id(), rules.version()).between(EvaluateHousehold.told(before), states));
        announcements.addAll(AnnounceTasks.of(tasks));
        return new HouseholdChange(
                EvaluateHousehold.household(before, rows, tasks), rows, tasks, announcements, List.of());
    }

    private Rulebook book() {
        return rules.live().book();
    }

    private List<RaisedTask> asked(
            Household before, Clearance clearance, List<PastEvent> history, Joined joined, Instant time) {
        List<PastEvent> happened = history.stream()
                .filter(event -> !event.occurredAt().isAfter(time))
                .toList();
        return evaluate.state(rules.live(), before.id(), clearance, happened, joined, time)
                .map(HouseholdState::tasks)
                .orElse(List.of());
    }

    /** What is told of it no longer ended with the merge. */
    private HouseholdState nothing(Optional<Household.Part> part, HouseholdLink by) {
        List<EndedFactor> ended = new ArrayList<>();
        part.map(Household.Part::told).orElse(StoredState.NOTHING).factors().forEach((code, factor) -> {
            Instant until = by.occurredAt().isAfter(factor.since()) ? by.occurredAt() : factor.since();
            ended.add(new EndedFactor(code, factor.since(), until, by.event()));
        });
        return new HouseholdState(
                by.occurredAt(),
                HouseholdFacts.UNKNOWN,
                List.of(),
                List.of(),
                ended,
                List.of(),
                0,
                book().bands().getFirst().band(),
                false,
                List.of(),
                Optional.empty());
    }

    private static StateRow row(
            Clearance clearance,
            Optional<Household.Part> part,
            PackedHistory.Opened own,
            HouseholdState state,
            Instant time) {
        Optional<Instant> next = own.events().stream()
                .map(PastEvent::occurredAt)
                .filter(at -> at.isAfter(time))
                .min(Instant::compareTo);
        return new StateRow(
                clearance.isRestricted(),
                part.map(Household.Part::version).orElse(0) + 1,
                own.bytes(),
                Optional.of(state),
                List.of(),
                state.asOf(),
                next);
    }

    private static TaskChange because(TaskChange change) {
        return change instanceof TaskChange.Withdrawn withdrawn
                ? new TaskChange.Withdrawn(
                        withdrawn.household(), withdrawn.task(), withdrawn.at(), Withdrawal.HOUSEHOLD_MERGED)
                : change;
    }
}
