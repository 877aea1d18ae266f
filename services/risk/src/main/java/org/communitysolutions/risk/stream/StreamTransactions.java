package org.communitysolutions.risk.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.risk.editions.Editions;
import org.communitysolutions.risk.editions.RulesInForce;
import org.communitysolutions.risk.links.KnownLinks;
import org.communitysolutions.risk.stream.persistence.BatchRows;
import org.communitysolutions.risk.stream.persistence.HouseholdRows;
import org.communitysolutions.risk.stream.persistence.LaneRows;
import org.communitysolutions.risk.stream.persistence.ParkedRows;
import org.communitysolutions.shared.messaging.EventSpans;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Uuid7;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/** The stream's transactions, on a connection of its caller's, as the service itself. Each commits or leaves nothing. */
@ApplicationScoped
class StreamTransactions {

    private final BatchRows batches;
    private final LaneRows lanes;
    private final HouseholdRows households;
    private final ParkedRows parked;
    private final JointHouseholds joint;
    private final Editions editions;
    private final EventSpans spans;
    private final Clock clock;
    private final String service;

    StreamTransactions(
            BatchRows batches,
            LaneRows lanes,
            HouseholdRows households,
            ParkedRows parked,
            JointHouseholds joint,
            Editions editions,
            EventSpans spans,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.batches = batches;
        this.lanes = lanes;
        this.households = households;
        this.parked = parked;
        this.joint = joint;
        this.editions = editions;
        this.spans = spans;
        this.clock = clock;
        this.service = service;
    }

    /** Lanes with their households, by the rules in force, and where to read on. */
    record Taken(RulesInForce rules, List<Lane> lanes, Map<TopicPartition, Long> positions) {}

    /** How far time has come in the borough, its beginning if nothing ever happened; and the rules in force. */
    record Look(RulesInForce rules, Instant latest) {}

    /** What is done in a transaction, by rules that are in force until it ends. */
    interface Work<T> {
        T in(Connection connection, RulesInForce rules) throws SQLException;
    }

    /** Works out a batch by rules that are in force, knowing which keys stand still. */
    interface Planning {
        Batch plan(Connection connection, RulesInForce rules, Set<String> stopped) throws SQLException;
    }

    /** The links between households as they are now; the same as is known if nothing has changed. */
    KnownLinks.Version links(Connection connection, KnownLinks.Version known) throws SQLException {
        return run(connection, (open, rules) -> joint.links(open, known));
    }

    /** Completes a plan in its transaction with what it has of linked households. */
    Batch complete(Connection open, PlanBatch plan, Map<Integer, Long> epochs) throws SQLException {
        joint.complete(open, plan);
        return plan.plan(epochs);
    }

    /** Those of these households with whom something changes by that time without news. */
    Map<UUID, HouseholdRows.Due> due(Connection connection, Collection<UUID> ids, Instant by) throws SQLException {
        return run(connection, (open, rules) -> households.due(open, ids, by));
    }

    /**
     * Takes the lanes over from whoever had them, and reads them into memory.
     *
     * @param partitions how many lanes there are
     */
    Taken takeOver(Connection connection, Set<Integer> numbers, int partitions) throws SQLException {
        return run(connection, (open, rules) -> {
            boolean more = lanes.makeAll(open, partitions);
            // Lanes before households, as every writer takes them.
            List<LaneRows.TakenOver> taken = lanes.takeOver(open, numbers);
            households.giveLanes(open, partitions, more);
            Map<Integer, Map<UUID, Household>> known = households.ofLanes(open, numbers, rules);
            return new Taken(
                    rules,
                    taken.stream()
                            .map(lane -> new Lane(
                                    lane.lane(),
                                    lane.epoch(),
                                    lane.time().orElse(Instant.EPOCH),
                                    known.getOrDefault(lane.lane(), Map.of())))
                            .toList(),
                    lanes.positions(open, numbers));
        });
    }

    /** Those of these households that are known. */
    Map<UUID, Household> read(Connection connection, Collection<UUID> ids) throws SQLException {
        return run(connection, (open, rules) -> households.of(open, ids, rules));
    }

    Look look(Connection connection) throws SQLException {
        return run(
                connection,
                (open, rules) -> new Look(rules, lanes.latestTime(open).orElse(Instant.EPOCH)));
    }

    /**
     * Writes what is planned for, with the keys that stand still.
     *
     * @throws LaneLost if a lane of it is another's
     * @throws StaleHouseholds if a household was written by another
     */
    Batch write(Connection connection, Planning planning) throws SQLException {
        BatchTrace trace = new BatchTrace(spans, clock.instant());
        try {
            Batch written = run(connection, (open, rules) -> {
                Batch batch = trace.begin(planning.plan(open, rules, parked.keys(open)));
                batches.write(open, batch);
                return batch;
            });
            trace.committed();
            return written;
        } catch (SQLException | RuntimeException failure) {
            trace.failed(failure);
            throw failure;
        }
    }

    <T> T run(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            batches.introduce(connection, Caller.service(service, Uuid7.next()));
            T result = work.in(connection, editions.inForce(connection));
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException failure) {
            rollback(connection, failure);
            throw failure;
        }
    }

    private static void rollback(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Whether the failure says that the journal has the event already. */
    static boolean isKeptAlready(Exception failure) {
        if (failure instanceof PSQLException refusal
                && PSQLState.UNIQUE_VIOLATION.getState().equals(refusal.getSQLState())) {
            ServerErrorMessage message = refusal.getServerErrorMessage();
            return message != null && "journal_event_rows_pkey".equals(message.getConstraint());
        }
        return false;
    }
}
