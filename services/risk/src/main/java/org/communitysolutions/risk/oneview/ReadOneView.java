package org.communitysolutions.risk.oneview;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.journal.EventData;
import org.communitysolutions.risk.journal.Journal;
import org.communitysolutions.risk.journal.JournalEntry;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.stream.BoroughTime;
import org.communitysolutions.risk.tasks.RaisedTasks;
import org.communitysolutions.risk.tasks.StoredTask;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Shows a household as a whole, and keeps that it was shown. The view is evaluated from the events that the database
 * lets the viewer see, so that nothing else can have a part in it.
 */
@ApplicationScoped
public class ReadOneView {

    private static final String SEES_RESTRICTED = "domestic-abuse-specialist";

    private final Transactions transactions;
    private final Journal journal;
    private final EventData data;
    private final RaisedTasks tasks;
    private final BoroughTime time;
    private final Evaluator evaluator;
    private final ReadAudit audit;

    ReadOneView(
            Transactions transactions,
            Journal journal,
            EventData data,
            RaisedTasks tasks,
            BoroughTime time,
            Evaluator evaluator,
            ReadAudit audit) {
        this.transactions = transactions;
        this.journal = journal;
        this.data = data;
        this.tasks = tasks;
        this.time = time;
        this.evaluator = evaluator;
        this.audit = audit;
    }

    /** The view; empty if the caller may see no event of such a household. */
    public Uni<Optional<OneView>> handle(Caller caller, UUID household) {
        return transactions.run(caller, session -> view(session, caller, household)
                .call(() -> audit.read(session, caller, "household", household)));
    }

    /** Up to {@code most} events before that one, newest first; from the newest if none is given. Audited, too. */
    public Uni<List<JournalEntry>> timeline(Caller caller, UUID household, Optional<UUID> before, int most) {
        return transactions.run(caller, session -> journal.before(session, household, before, most)
                .call(() -> audit.read(session, caller, "household", household)));
    }

    private Uni<Optional<OneView>> view(Mutiny.Session session, Caller caller, UUID household) {
        return journal.of(session, household)
                .chain(events -> events.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : time.now(session).chain(now -> tasks.of(session, household)
                                .map(known -> Optional.of(view(caller, household, events, known, now)))));
    }

    private OneView view(
            Caller caller, UUID household, List<JournalEntry> events, List<StoredTask> known, BoroughTime.Now now) {
        List<PastEvent> history =
                events.stream().map(data::past).flatMap(Optional::stream).toList();
        List<PastEvent> happened = history.stream()
                .filter(event -> !event.occurredAt().isAfter(now.latest()))
                .toList();
        Clearance clearance = caller.has(SEES_RESTRICTED) ? Clearance.RESTRICTED : Clearance.STANDARD;
        Optional<HouseholdState> state = evaluator.evaluate(household, clearance, happened, now.horizon());
        return new OneView(household, state, events, known, work(known, history), evaluator.book());
    }

    private static Map<UUID, TaskProgress> work(List<StoredTask> known, List<PastEvent> history) {
        Map<UUID, TaskProgress> work = new HashMap<>();
        known.forEach(task -> work.put(task.id(), TaskProgress.ASKED_FOR));
        for (PastEvent event : history) {
            event.idIn("taskId")
                    .ifPresent(task -> work.computeIfPresent(task, (id, progress) -> progress.after(event)));
        }
        return work;
    }
}
