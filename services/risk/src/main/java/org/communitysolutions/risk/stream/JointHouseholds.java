package org.communitysolutions.risk.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.communitysolutions.risk.links.HouseholdLink;
import org.communitysolutions.risk.links.HouseholdLinks;
import org.communitysolutions.risk.links.JointHistory;
import org.communitysolutions.risk.links.KnownLinks;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.stream.persistence.HouseholdRows;
import org.communitysolutions.risk.stream.persistence.LaneRows;

/**
 * Takes in what a batch has of households that are merged into others, or others into them. Their events come by
 * different lanes and count together, so they are read from the database and written by whoever has news of any of them.
 * The version of each row shows whether somebody else did so meanwhile, and that of the links whether they still hold.
 */
@ApplicationScoped
class JointHouseholds {

    private final KnownLinks links;
    private final HouseholdRows households;
    private final LaneRows lanes;

    JointHouseholds(KnownLinks links, HouseholdRows households, LaneRows lanes) {
        this.links = links;
        this.households = households;
        this.lanes = lanes;
    }

    /** The links as they are now; the same as is known if nothing has changed. */
    KnownLinks.Version links(Connection connection, KnownLinks.Version known) throws SQLException {
        return links.read(connection, known);
    }

    /**
     * Completes the plan with what it has set apart.
     *
     * @throws StaleHouseholds if the links that it was made with hold no longer
     */
    void complete(Connection connection, PlanBatch plan) throws SQLException {
        if (plan.apart().isEmpty()) {
            return;
        }
        List<HouseholdLink> told = plan.apart().told();
        boolean current =
                told.isEmpty() ? links.hold(connection, plan.links()) : links.holdAlone(connection, plan.links());
        if (!current) {
            throw new StaleHouseholds("The links between households have changed since they were read");
        }
        HouseholdLinks before = plan.links().links();
        if (!told.isEmpty()) {
            plan.relink(links.add(connection, plan.links(), told));
        }
        new Completion(plan, before).complete(connection);
    }

    /** One plan, completed. */
    private final class Completion {

        private final PlanBatch plan;
        private final HouseholdLinks now;
        private final Set<UUID> concerned;
        private final Map<UUID, Household> known = new HashMap<>();
        private final Map<UUID, List<PastEvent>> news = new LinkedHashMap<>();
        private final Map<UUID, ArrivedEvent> latest = new HashMap<>();
        private final Map<Integer, Instant> times = new HashMap<>();

        Completion(PlanBatch plan, HouseholdLinks before) {
            this.plan = plan;
            this.now = plan.links().links();
            this.concerned = new TreeSet<>(now.movedSince(before));
        }

        void complete(Connection connection) throws SQLException {
            Set<UUID> all = new TreeSet<>();
            concerned.addAll(plan.apart().households());
            concerned.forEach(id -> all.addAll(now.together(id)));
            known.putAll(households.of(connection, all, plan.rules()));
            known.putAll(plan.apart().anew());
            times.putAll(lanes.times(connection));
            plan.apart().events().forEach(this::takeIn);
            times.putAll(plan.draft().times());
            Map<UUID, HouseholdLink> merged = new TreeMap<>();
            Set<UUID> surviving = new TreeSet<>();
            for (UUID id : concerned) {
                now.way(id).forEach(step -> merged.put(step.household(), step));
                surviving.add(now.surviving(id));
            }
            merged.forEach(this::changeMerged);
            surviving.forEach(this::changeSurviving);
        }

        private void takeIn(ArrivedEvent event) {
            PastEvent past = event.past();
            UUID id = event.household().orElseThrow();
            Household household = known.computeIfAbsent(id, unseen -> Household.unknown(unseen, event.lane()));
            List<PastEvent> added = news.computeIfAbsent(id, none -> new ArrayList<>());
            if (added.contains(past) || plan.evaluate().knows(household, past.id())) {
                plan.draft().passOver();
                return;
            }
            added.add(past);
            latest.put(id, event);
            plan.draft().keep(event);
        }

        private void changeMerged(UUID id, HouseholdLink by) {
            Household household = known.get(id);
            if (household != null) {
                plan.draft()
                        .change(
                                new MergedAway(plan.evaluate(), plan.rules())
                                        .after(household, newsOf(id), others(id), by, time(id)),
                                cause(id));
            }
        }

        /** One that nothing was told of yet waits for its own word of the merge, which comes by its own lane. */
        private void changeSurviving(UUID id) {
            Household household = known.get(id);
            if (household != null) {
                plan.draft()
                        .change(
                                plan.evaluate().after(plan.rules(), household, newsOf(id), others(id), time(id)),
                                cause(id));
            }
        }

        private JointHistory others(UUID id) {
            Map<UUID, List<PastEvent>> merged = new LinkedHashMap<>();
            for (UUID other : now.mergedInto(id)) {
                if (known.containsKey(other)) {
                    List<PastEvent> history = new ArrayList<>(plan.evaluate().history(known.get(other)));
                    history.addAll(newsOf(other));
                    merged.put(other, history);
                }
            }
            return JointHistory.of(now, id, merged);
        }

        /** The news of the household itself, or else of one that is merged into it. */
        private Optional<ArrivedEvent> cause(UUID id) {
            return Optional.ofNullable(latest.get(id)).or(() -> now.mergedInto(id).stream()
                    .map(latest::get)
                    .filter(Objects::nonNull)
                    .findFirst());
        }

        private List<PastEvent> newsOf(UUID id) {
            return news.getOrDefault(id, List.of());
        }

        /** As far as time has come in the lane of theirs that is furthest: what came by it has happened. */
        private Instant time(UUID id) {
            return now.together(id).stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .map(household -> times.getOrDefault(household.lane(), Instant.EPOCH))
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
        }
    }
}
