package org.communitysolutions.risk.stream;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.risk.editions.RulesInForce;
import org.communitysolutions.risk.journal.Histories;
import org.communitysolutions.risk.links.KnownLinks;
import org.communitysolutions.risk.stream.persistence.BatchRows;
import org.communitysolutions.risk.stream.persistence.HouseholdRows;
import org.communitysolutions.risk.stream.persistence.LaneRows;
import org.communitysolutions.risk.workers.OnWorkers;
import org.communitysolutions.shared.transactions.Caller;
import org.jboss.logging.Logger;

/**
 * Makes households anew from the journal while the stream goes on: for when what is held of them is in doubt. What was
 * said of them before is compared with what comes out, so that nothing is announced twice.
 */
@ApplicationScoped
public class RebuildHouseholds {

    private static final Logger LOG = Logger.getLogger(RebuildHouseholds.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final AgroalDataSource database;
    private final StreamTransactions transactions;
    private final BatchRows batches;
    private final HouseholdRows households;
    private final LaneRows lanes;
    private final JointHouseholds joint;
    private final Histories histories;
    private final Streaming settings;
    private final EvaluateHousehold evaluate;

    RebuildHouseholds(
            @DataSource("stream") AgroalDataSource database,
            StreamTransactions transactions,
            BatchRows batches,
            HouseholdRows households,
            LaneRows lanes,
            JointHouseholds joint,
            Histories histories,
            Streaming settings,
            EvaluateHousehold evaluate) {
        this.database = database;
        this.transactions = transactions;
        this.batches = batches;
        this.households = households;
        this.lanes = lanes;
        this.joint = joint;
        this.histories = histories;
        this.settings = settings;
        this.evaluate = evaluate;
    }

    /**
     * A number of households, or a single one.
     *
     * @param household the only one; empty for the next ones
     * @param after the last household of the part before; empty to begin
     * @param most how many at most
     */
    public record Part(Optional<UUID> household, Optional<UUID> after, int most) {}

    /**
     * What was done.
     *
     * @param households how many were made anew
     * @param last where the next part goes on; empty if there is none
     */
    public record Done(int households, Optional<UUID> last) {}

    /** Makes the part anew, restricted events and all, as the service itself; the operator sees none of it. */
    public Uni<Done> handle(Caller operator, Part part) {
        LOG.infof("Households are made anew from the journal for %s", operator.subject());
        return OnWorkers.get(() -> rebuild(part));
    }

    private Done rebuild(Part part) {
        try (Connection connection = database.getConnection()) {
            while (true) {
                try {
                    return transactions.run(connection, (open, rules) -> rebuild(open, rules, part));
                } catch (StaleHouseholds stale) {
                    LOG.debugf("Read the households anew: %s", stale.getMessage());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Households cannot be made anew", e);
        }
    }

    private Done rebuild(Connection connection, RulesInForce rules, Part part) throws SQLException {
        List<UUID> ids = part.household().isPresent()
                ? List.of(part.household().get())
                : households.after(connection, part.after().orElse(BEFORE_ALL), part.most());
        Map<UUID, Household> known = households.orLost(connection, ids, rules, lanes.count(connection));
        Instant time = lanes.latestTime(connection).orElse(Instant.EPOCH);
        PlanBatch plan = new PlanBatch(
                evaluate,
                rules,
                settings.skew(),
                settings.lateness(),
                (lane, id) -> Household.unknown(id, lane),
                joint.links(connection, KnownLinks.Version.NONE),
                Set.of());
        histories.of(connection, new HashSet<>(ids)).forEach((id, packed) -> {
            Household household = known.get(id).with(packed);
            plan.in(household.lane(), time);
            plan.rebuild(household);
        });
        batches.write(connection, transactions.complete(connection, plan, Map.of()));
        boolean more = part.household().isEmpty() && ids.size() == part.most();
        return new Done(ids.size(), more ? Optional.of(ids.getLast()) : Optional.empty());
    }
}
