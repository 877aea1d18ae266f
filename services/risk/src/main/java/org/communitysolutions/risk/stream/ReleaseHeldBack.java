package org.communitysolutions.risk.stream;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.risk.editions.RulesInForce;
import org.communitysolutions.risk.links.KnownLinks;
import org.communitysolutions.risk.stream.persistence.BatchRows;
import org.communitysolutions.risk.stream.persistence.HouseholdRows;
import org.communitysolutions.risk.stream.persistence.LaneRows;
import org.communitysolutions.risk.stream.persistence.ParkedRows;
import org.communitysolutions.risk.workers.OnWorkers;
import org.communitysolutions.shared.messaging.FailureOutline;
import org.communitysolutions.shared.messaging.HeldBackEvents;
import org.jboss.logging.Logger;

/**
 * Takes in the events of a parked key, whoever owns its lane: the owner finds that its household was written by another
 * and reads it anew.
 */
@ApplicationScoped
class ReleaseHeldBack implements HeldBackEvents {

    private static final Logger LOG = Logger.getLogger(ReleaseHeldBack.class);

    private final AgroalDataSource database;
    private final StreamTransactions transactions;
    private final BatchRows batches;
    private final HouseholdRows households;
    private final LaneRows lanes;
    private final ParkedRows parked;
    private final JointHouseholds joint;
    private final Streaming settings;
    private final StreamMeters meters;
    private final Wire wire;
    private final EvaluateHousehold evaluate;

    ReleaseHeldBack(
            @DataSource("stream") AgroalDataSource database,
            StreamTransactions transactions,
            BatchRows batches,
            HouseholdRows households,
            LaneRows lanes,
            ParkedRows parked,
            JointHouseholds joint,
            Streaming settings,
            StreamMeters meters,
            Wire wire,
            EvaluateHousehold evaluate) {
        this.database = database;
        this.transactions = transactions;
        this.batches = batches;
        this.households = households;
        this.lanes = lanes;
        this.parked = parked;
        this.joint = joint;
        this.settings = settings;
        this.meters = meters;
        this.wire = wire;
        this.evaluate = evaluate;
    }

    @Override
    public Uni<OptionalInt> release(String key) {
        return OnWorkers.get(() -> handle(key))
                .onFailure()
                .invoke(failure -> LOG.warnf("The key %s stays parked: %s", key, FailureOutline.of(failure)));
    }

    private OptionalInt handle(String key) {
        try (Connection connection = database.getConnection()) {
            while (true) {
                try {
                    Optional<Batch> batch = transactions.run(connection, (open, rules) -> takeIn(open, rules, key));
                    batch.ifPresent(meters::count);
                    return batch.map(Batch::tally)
                            .map(tally -> OptionalInt.of(tally.handled() + tally.seenBefore()))
                            .orElseGet(OptionalInt::empty);
                } catch (StaleHouseholds stale) {
                    LOG.debugf("Read the household anew: %s", stale.getMessage());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The events of a parked key cannot be taken in", e);
        }
    }

    private Optional<Batch> takeIn(Connection connection, RulesInForce rules, String key) throws SQLException {
        Optional<List<ConsumerRecord<byte[], byte[]>>> held = parked.takeAll(connection, key);
        return held.isPresent() ? Optional.of(takeIn(connection, rules, key, held.get())) : Optional.empty();
    }

    private Batch takeIn(
            Connection connection, RulesInForce rules, String key, List<ConsumerRecord<byte[], byte[]>> held)
            throws SQLException {
        List<ArrivedEvent> arrivals = held.stream()
                .map(record -> wire.event(record, new TopicPartition(record.topic(), record.partition())))
                .toList();
        Set<UUID> ids = arrivals.stream()
                .flatMap(arrival -> arrival.household().stream())
                .collect(Collectors.toSet());
        householdOf(key).ifPresent(ids::add);
        Map<UUID, Household> known = households.of(connection, ids, rules);
        Instant time = lanes.latestTime(connection).orElse(Instant.EPOCH);
        PlanBatch plan = new PlanBatch(
                evaluate,
                rules,
                settings.skew(),
                settings.lateness(),
                (lane, id) -> known.containsKey(id) ? known.get(id).in(lane) : Household.unknown(id, lane),
                joint.links(connection, KnownLinks.Version.NONE),
                Set.of());
        arrivals.forEach(arrival -> plan.in(arrival.lane(), time));
        plan.add(arrivals);
        householdOf(key).map(known::get).ifPresent(household -> {
            plan.in(household.lane(), time);
            plan.wake(household);
        });
        Batch batch = transactions.complete(connection, plan, Map.of());
        batches.write(connection, batch);
        return batch;
    }

    /** A household's events have its id for their key. */
    private static Optional<UUID> householdOf(String key) {
        try {
            return Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException anothersKey) {
            return Optional.empty();
        }
    }
}
