package org.communitysolutions.risk.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.shared.messaging.FailureOutline;
import org.communitysolutions.shared.messaging.MalformedEvent;
import org.communitysolutions.shared.messaging.PassingTrouble;
import org.jboss.logging.Logger;

/**
 * Takes in the events of the lanes that Kafka gives it, until it is told to stop or something fails that is not the
 * events' fault. It holds their households in memory, and no more than a batch of events at a time.
 */
final class LaneWorker implements ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(LaneWorker.class);
    private static final Duration IDLE = Duration.ofMillis(100);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int WOKEN_AT_ONCE = 5_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Connection connection;
    private final StreamTransactions transactions;
    private final Wire wire;
    private final EvaluateHousehold evaluate;
    private final Streaming settings;
    private final StreamMeters meters;
    private final Arrivals arrivals;
    private final Map<Integer, Lane> lanes = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<TopicPartition, Long> lags = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> untold = new HashMap<>();
    private long lastTold = System.nanoTime();
    private long lastBatch = System.nanoTime();
    private long lastLookAtTime = System.nanoTime();
    private volatile boolean settled;
    private volatile boolean stopping;

    LaneWorker(
            Consumer<byte[], byte[]> consumer,
            Connection connection,
            StreamTransactions transactions,
            Wire wire,
            EvaluateHousehold evaluate,
            Streaming settings,
            StreamMeters meters) {
        this.consumer = consumer;
        this.connection = connection;
        this.transactions = transactions;
        this.wire = wire;
        this.evaluate = evaluate;
        this.settings = settings;
        this.meters = meters;
        this.arrivals = new Arrivals(settings.batch());
    }

    /** Whether it has its lanes in memory. */
    boolean isSettled() {
        return settled;
    }

    /** To be called from another thread: what is under way is ended, and nothing begun. */
    void stop() {
        stopping = true;
        consumer.wakeup();
    }

    void run() throws SQLException {
        consumer.subscribe(settings.topics(), this);
        while (!stopping) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(patience());
            lags.clear();
            for (TopicPartition partition : records.partitions()) {
                for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                    arrivals.add(wire.read(record, partition));
                }
            }
            if (!gathering()) {
                takeIn(arrivals.take(this::lag));
                lookAtTime();
                tellKafka();
            }
            hold(arrivals.full(this::lag));
        }
    }

    /** Commits follow one another at a distance: each costs the same however few events it is for. */
    private boolean gathering() {
        return System.nanoTime() - lastBatch < settings.gather().toNanos();
    }

    private Duration patience() {
        return gathering() ? settings.gather() : arrivals.isEmpty() ? IDLE : Duration.ZERO;
    }

    /** How many records of the partition are still to come, as of the last poll. */
    private long lag(TopicPartition partition) {
        return lags.computeIfAbsent(partition, this::remaining);
    }

    private long remaining(TopicPartition partition) {
        return consumer.currentLag(partition)
                .orElseGet(() -> Math.max(0, ends.getOrDefault(partition, 0L) - consumer.position(partition)));
    }

    private void hold(Set<TopicPartition> full) {
        Set<TopicPartition> paused = consumer.paused();
        if (!paused.equals(full)) {
            consumer.resume(paused);
            consumer.pause(full);
        }
    }

    private void takeIn(List<Arrival> batch) throws SQLException {
        if (batch.isEmpty()) {
            return;
        }
        lastBatch = System.nanoTime();
        try {
            write(plan -> plan.add(batch), lanesOf(batch), () -> householdsOf(batch));
        } catch (MalformedEvent malformed) {
            LOG.debugf("Looks at the data of %d records: %s", batch.size(), malformed.getMessage());
            takeIn(batch.stream().map(Arrival::checked).toList());
        } catch (SQLException | RuntimeException failure) {
            if (PassingTrouble.isIn(failure) || failure instanceof LaneLost) {
                throw failure;
            }
            isolate(batch, failure);
        }
    }

    /** Halves the batch until the record that fails stands alone, and parks it. */
    private void isolate(List<Arrival> batch, Exception failure) throws SQLException {
        if (batch.size() > 1) {
            int half = batch.size() / 2;
            takeIn(batch.subList(0, half));
            takeIn(batch.subList(half, batch.size()));
            return;
        }
        Arrival poison = batch.getFirst();
        if (StreamTransactions.isKeptAlready(failure)) {
            write(plan -> plan.pass(poison), lanesOf(batch), Map::of);
            return;
        }
        LOG.errorf(
                "Parked the record %s@%d and what follows for its key: %s",
                poison.partition(), poison.offset(), FailureOutline.of(failure));
        write(plan -> plan.park(poison, failure.getClass().getSimpleName()), lanesOf(batch), Map::of);
    }

    /** Lets time pass where nothing has arrived: an idle lane is as far as the borough is. */
    private void lookAtTime() throws SQLException {
        if (System.nanoTime() - lastLookAtTime < BETWEEN_LOOKS.toNanos() || !arrivals.isEmpty()) {
            return;
        }
        lastLookAtTime = System.nanoTime();
        if (lanes.isEmpty() || consumer.assignment().stream().anyMatch(partition -> lag(partition) > 0)) {
            return;
        }
        Instant latest = transactions.latestTime(connection);
        for (Lane lane : lanes.values()) {
            lane.comeTo(latest);
            while (!lane.due(lane.time(), 1).isEmpty()) {
                write(plan -> {}, Set.of(lane.number()), Map::of);
            }
        }
    }

    /** Positions are in the database; those that look at the group's lag see them in Kafka, a second late. */
    private void tellKafka() {
        if (!untold.isEmpty() && System.nanoTime() - lastTold > BETWEEN_LOOKS.toNanos()) {
            lastTold = System.nanoTime();
            consumer.commitAsync(Map.copyOf(untold), (offsets, failure) -> {
                if (failure != null) {
                    LOG.debugf("Kafka did not take the positions: %s", failure.toString());
                }
            });
            untold.clear();
        }
    }

    private interface Planned {
        void in(PlanBatch plan);
    }

    private void write(Planned planned, Set<Integer> numbers, Supplier<Map<UUID, Integer>> households)
            throws SQLException {
        Map<Integer, Long> epochs = new HashMap<>();
        numbers.forEach(number -> epochs.put(number, lanes.get(number).epoch()));
        Batch batch = null;
        while (batch == null) {
            try {
                batch = transactions.write(connection, stopped -> {
                    PlanBatch plan = new PlanBatch(
                            evaluate,
                            settings.skew(),
                            settings.lateness(),
                            (lane, id) -> lanes.get(lane).household(id),
                            stopped);
                    numbers.forEach(number -> plan.in(number, lanes.get(number).time()));
                    planned.in(plan);
                    numbers.forEach(number -> lanes.get(number)
                            .due(plan.time(number), WOKEN_AT_ONCE)
                            .forEach(plan::wake));
                    return plan.plan(epochs);
                });
            } catch (StaleHouseholds stale) {
                LOG.debugf("Reads the households of a batch anew: %s", stale.getMessage());
                reread(numbers, households.get());
            }
        }
        batch.next().forEach((partition, offset) -> untold.put(partition, new OffsetAndMetadata(offset)));
        batch.lanes().forEach((number, claim) -> lanes.get(number).comeTo(claim.time()));
        batch.changes().forEach(change -> lanes.get(change.after().lane()).keep(change.after()));
        meters.count(batch);
    }

    /** Somebody else has written one of them: a release, or a consumer of a publisher that spreads its keys otherwise. */
    private void reread(Set<Integer> numbers, Map<UUID, Integer> households) throws SQLException {
        Map<UUID, Integer> stale = new HashMap<>(households);
        for (int number : numbers) {
            Lane lane = lanes.get(number);
            lane.due(lane.time(), WOKEN_AT_ONCE).forEach(household -> stale.putIfAbsent(household.id(), number));
        }
        Map<UUID, Household> anew = transactions.read(connection, stale.keySet());
        stale.forEach((id, number) -> lanes.get(number).replace(id, Optional.ofNullable(anew.get(id))));
    }

    private static Set<Integer> lanesOf(List<Arrival> batch) {
        Set<Integer> numbers = new TreeSet<>();
        int last = -1;
        for (Arrival arrival : batch) {
            if (arrival.lane() != last) {
                last = arrival.lane();
                numbers.add(last);
            }
        }
        return numbers;
    }

    private static Map<UUID, Integer> householdsOf(List<Arrival> batch) {
        Map<UUID, Integer> households = new HashMap<>();
        for (Arrival arrival : batch) {
            if (arrival instanceof ArrivedEvent event) {
                event.household().ifPresent(household -> households.put(household, arrival.lane()));
            }
        }
        return households;
    }

    /** Called while polling. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            settled = true;
            return;
        }
        arrivals.begin(partitions);
        ends.putAll(consumer.endOffsets(partitions));
        Set<Integer> numbers = new TreeSet<>();
        partitions.forEach(partition -> numbers.add(partition.partition()));
        try {
            StreamTransactions.Taken taken = transactions.takeOver(connection, numbers, partitions());
            List<Lane> own = new ArrayList<>(taken.lanes());
            own.forEach(lane -> lanes.put(lane.number(), lane));
            taken.positions().forEach((partition, offset) -> {
                if (partitions.contains(partition)) {
                    consumer.seek(partition, offset);
                }
            });
            LOG.infof(
                    "Took over %d lanes with %d households",
                    own.size(), own.stream().mapToInt(Lane::size).sum());
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot take over lanes", e);
        }
        settled = true;
    }

    /** How many partitions the topics have; households are told apart by lane only if all have the same. */
    private int partitions() {
        Map<Integer, String> topics = new HashMap<>();
        consumer.listTopics().forEach((topic, partitions) -> {
            if (settings.topics().contains(topic)) {
                topics.put(partitions.size(), topic);
            }
        });
        if (topics.size() != 1) {
            throw new IllegalStateException(
                    "The topics must all have the same number of partitions, and have (one of each): " + topics);
        }
        return topics.keySet().iterator().next();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            settled = false;
        }
        arrivals.forget(partitions);
        partitions.forEach(partition -> lanes.remove(partition.partition()));
        partitions.forEach(ends::remove);
        partitions.forEach(untold::remove);
    }
}
