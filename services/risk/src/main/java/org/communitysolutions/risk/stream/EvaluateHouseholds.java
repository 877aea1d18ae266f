package org.communitysolutions.risk.stream;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.UUID;
import org.communitysolutions.risk.journal.Journal;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Evaluator;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.stream.persistence.StateRows;
import org.communitysolutions.risk.tasks.AnnounceTasks;
import org.communitysolutions.risk.tasks.AskedFor;
import org.communitysolutions.shared.messaging.Announcement;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Evaluates households anew from their whole history and keeps what that changed. Each household is locked first, so
 * that two consumers which took in events of the same one at the same time see each other's.
 */
@ApplicationScoped
public class EvaluateHouseholds {

    private final Journal journal;
    private final StateRows rows;
    private final AnnounceTasks tasks;
    private final Evaluator evaluator;
    private final DistributionSummary evaluated;

    EvaluateHouseholds(
            Journal journal, StateRows rows, AnnounceTasks tasks, Evaluator evaluator, MeterRegistry meters) {
        this.journal = journal;
        this.rows = rows;
        this.tasks = tasks;
        this.evaluator = evaluator;
        this.evaluated = meters.summary("risk.batch.households");
    }

    /** Returns what is to be announced, of each household in an order that makes sense to a reader. */
    public Uni<List<Announcement>> handle(Mutiny.Session session, SequencedSet<UUID> households) {
        return rows.lock(session, households)
                .chain(() ->
                        journal.histories(session, households, evaluator.book().relevantTypes()))
                .chain(histories -> {
                    List<Evaluated> all = new ArrayList<>();
                    histories.forEach((household, history) -> all.add(Evaluated.of(household, history, evaluator)));
                    evaluated.record(all.size());
                    return keep(session, all);
                });
    }

    private Uni<List<Announcement>> keep(Mutiny.Session session, List<Evaluated> all) {
        List<UUID> households = all.stream().map(Evaluated::household).toList();
        String version = evaluator.book().rulesEdition().version();
        return rows.stored(session, households).chain(stored -> {
            List<Announcement> announcements = new ArrayList<>();
            for (Evaluated household : all) {
                Map<Clearance, StoredState> before = stored.getOrDefault(household.household(), new HashMap<>());
                announcements.addAll(
                        new StateDifference(household.household(), version).between(before, household.states()));
            }
            return rows.keep(session, all, stored, evaluator.book())
                    .chain(() -> tasks.handle(
                            session, all.stream().map(EvaluateHouseholds::asked).toList()))
                    .map(ofTasks -> {
                        announcements.addAll(ofTasks);
                        return announcements;
                    });
        });
    }

    private static AskedFor asked(Evaluated household) {
        Instant asOf = household.states().values().stream()
                .map(HouseholdState::asOf)
                .max(Instant::compareTo)
                .orElseThrow();
        return AskedFor.of(household.household(), household.tasks(), household.history(), asOf);
    }
}
