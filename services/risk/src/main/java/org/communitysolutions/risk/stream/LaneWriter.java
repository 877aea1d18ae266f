package org.communitysolutions.risk.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.risk.editions.RulesInForce;
import org.jboss.logging.Logger;

/** Writes what a worker has planned, and keeps its memory in step with what was written. */
final class LaneWriter {

    private static final Logger LOG = Logger.getLogger(LaneWriter.class);

    private final Connection connection;
    private final StreamTransactions transactions;
    private final EvaluateHousehold evaluate;
    private final Streaming settings;
    private final StreamMeters meters;
    private final Map<Integer, Lane> lanes;
    private final LaneLinks links;
    private final Positions positions;
    /** By the batch that is in the making, each with its lane. */
    private final Map<UUID, Integer> read = new HashMap<>();

    private RulesInForce rules;

    /** @param lanes those that are the worker's, as they come and go */
    LaneWriter(
            Connection connection,
            StreamTransactions transactions,
            EvaluateHousehold evaluate,
            Streaming settings,
            StreamMeters meters,
            Map<Integer, Lane> lanes,
            LaneLinks links,
            Positions positions) {
        this.connection = connection;
        this.transactions = transactions;
        this.evaluate = evaluate;
        this.settings = settings;
        this.meters = meters;
        this.lanes = lanes;
        this.links = links;
        this.positions = positions;
    }

    /** What a batch is to be of. */
    interface Planned {
        void in(PlanBatch plan);
    }

    /** Sees to it that all households come to be evaluated by the rules that are in force from now on. */
    void follow(RulesInForce inForce) {
        if (rules != null && rules.isOutdatedBy(inForce)) {
            lanes.values().forEach(Lane::makeDue);
        }
        rules = inForce;
    }

    /** A household as it is in memory; if somebody else has written it meanwhile, the batch is planned once more. */
    Household read(int lane, UUID household) {
        read.put(household, lane);
        return lanes.get(lane).household(household);
    }

    /**
     * Writes a batch.
     *
     * @param numbers the lanes that it is of
     * @param wake how many households are woken with it at least, if so many are due
     */
    void write(Planned planned, Set<Integer> numbers, int wake) throws SQLException {
        Map<Integer, Long> epochs = new HashMap<>();
        numbers.forEach(number -> epochs.put(number, lanes.get(number).epoch()));
        read.clear();
        Batch batch = null;
        while (batch == null) {
            try {
                batch = transactions.write(connection, (open, inForce, stopped) -> {
                    follow(inForce);
                    PlanBatch plan = plan(planned, numbers, inForce, stopped);
                    wake(plan, numbers, wake);
                    return transactions.complete(open, plan, epochs);
                });
            } catch (StaleHouseholds stale) {
                LOG.debugf("Read %d households anew: %s", read.size(), stale.getMessage());
                links.reread(read);
            }
        }
        written(batch);
    }

    private PlanBatch plan(Planned planned, Set<Integer> numbers, RulesInForce inForce, Set<String> stopped) {
        PlanBatch plan = new PlanBatch(
                evaluate, inForce, settings.skew(), settings.lateness(), this::read, links.now(), stopped);
        numbers.forEach(number -> plan.in(number, lanes.get(number).time()));
        planned.in(plan);
        return plan;
    }

    private void wake(PlanBatch plan, Set<Integer> numbers, int wake) {
        if (wake > 0) {
            int woken = Math.max(wake, read.size()) / numbers.size();
            numbers.forEach(number -> lanes.get(number)
                    .due(plan.time(number), woken)
                    .forEach(household -> plan.wake(read(number, household.id()))));
        }
    }

    private void written(Batch batch) {
        links.are(batch.links());
        positions.keep(batch.next());
        batch.lanes().forEach((number, claim) -> lanes.get(number).comeTo(claim.time()));
        batch.changes().forEach(change -> links.keep(change.after()));
        batch.resting().forEach(id -> lanes.values().forEach(lane -> lane.rest(id)));
        meters.count(batch);
    }
}
