package org.communitysolutions.risk.oneview;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.communitysolutions.risk.challenges.StandingChallenges;
import org.communitysolutions.risk.editions.Editions;
import org.communitysolutions.risk.journal.EventData;
import org.communitysolutions.risk.journal.Journal;
import org.communitysolutions.risk.journal.JournalEntry;
import org.communitysolutions.risk.links.HouseholdLinks;
import org.communitysolutions.risk.links.JointHistory;
import org.communitysolutions.risk.links.KnownLinks;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.rules.OpenWork;
import org.communitysolutions.risk.rules.Joined;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.Vocabulary;
import org.communitysolutions.risk.stream.BoroughTime;
import org.communitysolutions.risk.tasks.RaisedTasks;
import org.communitysolutions.risk.tasks.StoredTask;
import org.communitysolutions.risk.tasks.Withdrawal;
import org.communitysolutions.risk.tasks.TaskEnds;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Shows a household as a whole, and keeps that it was shown. The view is evaluated from the events that the database
 * lets the viewer see, so that nothing else can have a part in it.
 */
@ApplicationScoped
public class ReadOneView {

    private static final String DECIDES = "team-manager";
    private static final String SEES_RESTRICTED = "domestic-abuse-specialist";

    private final Transactions transactions;
    private final Journal journal;
    private final EventData data;
    private final RaisedTasks tasks;
    private final KnownLinks links;
    private final StandingChallenges challenges;
    private final BoroughTime time;
    private final Editions editions;
    private final ReadAudit audit;
    private final Vocabulary vocabulary;
    private final Duration trend;

    ReadOneView(
            Transactions transactions,
            Journal journal,
            EventData data,
            RaisedTasks tasks,
            KnownLinks links,
            StandingChallenges challenges,
            BoroughTime time,
            Vocabulary vocabulary,
            Editions editions,
            ReadAudit audit,
            @ConfigProperty(name = "one-view.trend") Duration trend) {
        this.transactions = transactions;
        this.journal = journal;
        this.data = data;
        this.tasks = tasks;
        this.links = links;
        this.challenges = challenges;
        this.time = time;
        this.editions = editions;
        this.audit = audit;
        this.vocabulary = vocabulary;
        this.trend = trend;
    }

    /**
     * What the caller may see of the household from there, by the edition of rules that was live at the end of the day.
     */
    public Uni<Sight> handle(Caller caller, UUID household, Viewpoint from) {
        return from.end()
                .map(editions::liveBefore)
                .orElseGet(() -> Uni.createFrom().item(editions.live()))
                .chain(evaluator ->
                        transactions.run(caller, session -> view(session, caller, household, from, evaluator)
                                .call(() -> audit.read(session, caller, "household", household))));
    }

    /**
     * Up to {@code most} events before that one, newest first; from the newest if none is given. Audited, too. Those of
     * households that are merged into this one are among them.
     */
    public Uni<List<JournalEntry>> timeline(Caller caller, UUID household, Optional<UUID> before, int most) {
        return transactions.run(caller, session -> links.read(session)
                .map(known -> known.withMerged(household))
                .chain(households -> journal.before(session, households, before, most))
                .call(() -> audit.read(session, caller, "household", household)));
    }

    private Uni<Sight> view(
            Mutiny.Session session, Caller caller, UUID household, Viewpoint from, Evaluator evaluator) {
        return time.now(session).chain(now -> links.read(session)
                .map(all -> all.only(link -> from.sees(link.event(), link.occurredAt(), now)))
                .chain(known -> known.mergedBy(household).isPresent()
                        ? Uni.createFrom().item(new Sight.Elsewhere(known.surviving(household)))
                        : view(session, caller, household, known, from, now, evaluator)));
    }

    private Uni<Sight> view(
            Mutiny.Session session,
            Caller caller,
            UUID household,
            HouseholdLinks known,
            Viewpoint from,
            BoroughTime.Now now,
            Evaluator evaluator) {
        Set<UUID> households = known.withMerged(household);
        return journal.of(session, households).chain(events -> {
            List<JournalEntry> seen =
                    events.stream().filter(event -> from.sees(event, now)).toList();
            return seen.isEmpty()
                    ? Uni.createFrom().item(new Sight.Nothing())
                    : tasks.of(session, households).chain(raised -> challenges
                            .of(session, household, from.moment(now))
                            .map(standing -> view(
                                    caller,
                                    household,
                                    new Seen(known, seen, raised, standing),
                                    from,
                                    now,
                                    evaluator)));
        });
    }

    /** What the viewer may see of a household, from there. */
    private record Seen(
            HouseholdLinks links,
            List<JournalEntry> events, List<StoredTask> tasks, List<StandingChallenges.Standing> challenges) {}

    private OneView view(
            Caller caller, UUID household, Seen seen, Viewpoint from, BoroughTime.Now now, Evaluator evaluator) {
        List<JournalEntry> events = seen.events();
        JointHistory others = others(household, seen.links(), events);
        List<PastEvent> history = new ArrayList<>(others.events());
        events.stream()
                .filter(event -> event.household().orElseThrow().equals(household))
                .flatMap(event -> data.past(event).stream())
                .forEach(history::add);
        Collections.sort(history);
        Clearance clearance = caller.has(SEES_RESTRICTED) ? Clearance.RESTRICTED : Clearance.STANDARD;
        Instant moment = from.moment(now);
        List<StoredTask> standing = tasks(seen.tasks(), events, moment);
        return new OneView(
                household,
                before(household, clearance, history, others.joined(), moment.minus(trend), evaluator),
                evaluator.evaluate(household, clearance, history, others.joined(), from.horizon(now)),
                events,
                standing,
                progress(standing, history, clearance),
                seen.challenges(),
                caller.has(DECIDES) || caller.has(SEES_RESTRICTED),
                OpenWork.of(vocabulary, history),
                evaluator.book());
    }

    private JointHistory others(UUID household, HouseholdLinks links, List<JournalEntry> events) {
        Map<UUID, List<PastEvent>> merged = new HashMap<>();
        for (JournalEntry event : events) {
            UUID told = event.household().orElseThrow();
            if (!told.equals(household)) {
                data.past(event)
                        .ifPresent(past -> merged.computeIfAbsent(told, none -> new ArrayList<>())
                                .add(past));
            }
        }
        return JointHistory.of(links, household, merged);
    }

    private static OneView.Before before(
            UUID household,
            Clearance clearance,
            List<PastEvent> history,
            Joined joined,
            Instant then,
            Evaluator evaluator) {
        List<PastEvent> happened = history.stream()
                .filter(event -> !event.occurredAt().isAfter(then))
                .toList();
        return new OneView.Before(
                CouncilCalendar.dayOf(then),
                evaluator
                        .evaluate(household, clearance, happened, joined, then)
                        .map(HouseholdState::score)
                        .orElse(0));
    }

    /** The tasks that rest on what is seen, as they stood at that moment; one that a merge did away with has another. */
    private static List<StoredTask> tasks(List<StoredTask> known, List<JournalEntry> events, Instant moment) {
        Set<UUID> seen = events.stream().map(JournalEntry::id).collect(Collectors.toSet());
        return known.stream()
                .filter(task -> !task.raisedAt().isAfter(moment)
                        && task.reasons().stream().allMatch(reason -> seen.contains(reason.eventId())))
                .map(task -> task.asOf(moment))
                .filter(task -> !task.withdrawn().equals(Optional.of(Withdrawal.HOUSEHOLD_MERGED)))
                .toList();
    }

    private static Map<UUID, TaskProgress> progress(
            List<StoredTask> known, List<PastEvent> history, Clearance clearance) {
        Map<UUID, TaskProgress> work = new HashMap<>();
        known.forEach(task -> work.put(task.id(), TaskProgress.ASKED_FOR));
        for (PastEvent event : history) {
            event.idIn("taskId")
                    .ifPresent(task -> work.computeIfPresent(task, (id, progress) -> progress.after(event)));
        }
        TaskEnds ends = TaskEnds.of(history);
        work.replaceAll((id, progress) -> progress.with(ends.of(id, clearance)));
        return work;
    }
}
