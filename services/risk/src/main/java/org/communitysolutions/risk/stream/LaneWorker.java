package org.communitysolutions.risk.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.shared.messaging.FailureOutline;
import org.jboss.logging.Logger;

/**
 * Takes in the events of the lanes that Kafka gives it, until it is told to stop or something fails that is not the
 * events' fault. It holds their households in memory, and no more than a batch of events at a time.
 */
final class LaneWorker implements ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(LaneWorker.class);
    private static final Duration IDLE = Duration.ofMillis(100);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /** What arrives waits for no more than these, and more are woken with a batch only if it has more events itself. */
    private static final int WOKEN_AT_ONCE = 1_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Connection connection;
    private final StreamTransactions transactions;
    private final Wire wire;
    private final Streaming settings;
    private final Arrivals arrivals;
    private final Positions positions;
    private final Map<Integer, Lane> lanes = new HashMap<>();
    private final LaneLinks links;
    private final LaneWriter writer;
    private boolean moreToWake;
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
        this.settings = settings;
        this.arrivals = new Arrivals(settings.batch());
        this.positions = new Positions(consumer);
        this.links = new LaneLinks(connection, transactions, lanes);
        this.writer = new LaneWriter(connection, transactions, evaluate, settings, meters, lanes, links, positions);
    }

    /** Whether it has its lanes in memory. */
    boolean isSettled() {
        return settled;
    }

    /** Records that are still to come, as of a second ago. */
    long behind() {
        return positions.behind();
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
            positions.polled();
            for (TopicPartition partition : records.partitions()) {
                for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                    arrivals.add(wire.read(record, partition));
                }
            }
            if (!gathering()) {
                takeIn(arrivals.take(positions::lag));
                lookAtTime();
                wakeSome();
                wakeLinked();
                positions.tell();
                positions.count();
            }
            hold(arrivals.full(positions::lag));
        }
    }

    /** Commits follow one another at a distance: each costs the same however few events it is for. */
    private boolean gathering() {
        return System.nanoTime() - lastBatch < settings.gather().toNanos();
    }

    private Duration patience() {
        if (gathering()) {
            return settings.gather();
        }
        return arrivals.isEmpty() && !moreToWake ? IDLE : Duration.ZERO;
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
            writer.write(plan -> plan.add(batch), Arrival.lanesOf(batch), WOKEN_AT_ONCE);
        } catch (SQLException | RuntimeException failure) {
            if (Isolation.isAnothersFault(failure)) {
                throw failure;
            }
            LOG.debugf("Looks at %d records one by one: %s", batch.size(), FailureOutline.of(failure));
            Isolation.takeIn(
                    batch.stream().map(Arrival::checked).toList(),
                    some -> writer.write(plan -> plan.add(some), Arrival.lanesOf(some), 0),
                    this::park);
        }
    }

    private void park(Arrival poison, Exception failure) throws SQLException {
        if (StreamTransactions.isKeptAlready(failure)) {
            writer.write(plan -> plan.pass(poison), Set.of(poison.lane()), 0);
            return;
        }
        LOG.errorf(
                "Parked the record %s@%d and what follows for its key: %s",
                poison.partition(), poison.offset(), FailureOutline.of(failure));
        writer.write(plan -> plan.park(poison, failure.getClass().getSimpleName()), Set.of(poison.lane()), 0);
    }

    /** Lets time pass where nothing has arrived: an idle lane is as far as the borough is. */
    private void lookAtTime() throws SQLException {
        if (System.nanoTime() - lastLookAtTime < BETWEEN_LOOKS.toNanos() || !arrivals.isEmpty()) {
            return;
        }
        lastLookAtTime = System.nanoTime();
        if (lanes.isEmpty()) {
            return;
        }
        StreamTransactions.Look look = transactions.look(connection);
        writer.follow(look.rules());
        if (positions.isAtTheEnd()) {
            lanes.values().forEach(lane -> lane.comeTo(look.latest()));
        }
    }

    /** Wakes some of the households with whom something changes without news, and then looks at what has arrived. */
    private void wakeSome() throws SQLException {
        moreToWake = false;
        if (!arrivals.isEmpty()) {
            return;
        }
        for (Lane lane : lanes.values()) {
            List<Household> due = lane.due(lane.time(), WOKEN_AT_ONCE);
            if (!due.isEmpty()) {
                moreToWake = true;
                wake(due);
                return;
            }
        }
    }

    /** Linked households are written by whoever has news of any of them, so their time may come unseen by their owner. */
    private void wakeLinked() throws SQLException {
        wake(links.due());
    }

    private void wake(List<Household> due) throws SQLException {
        if (!due.isEmpty()) {
            Isolation.takeIn(
                    due,
                    some -> writer.write(
                            plan -> some.forEach(one -> plan.wake(writer.read(one.lane(), one.id()))),
                            lanesOf(some),
                            0),
                    this::park);
        }
    }

    private static Set<Integer> lanesOf(List<Household> households) {
        return households.stream().map(Household::lane).collect(Collectors.toSet());
    }

    private void park(Household household, Exception failure) throws SQLException {
        LOG.errorf("Parked a household that cannot be evaluated any more: %s", FailureOutline.of(failure));
        writer.write(
                plan -> plan.park(household.id(), failure.getClass().getSimpleName()), Set.of(household.lane()), 0);
    }

    /** Called while polling. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            settled = true;
            return;
        }
        arrivals.begin(partitions);
        Set<Integer> numbers = new TreeSet<>();
        partitions.forEach(partition -> numbers.add(partition.partition()));
        try {
            StreamTransactions.Taken taken =
                    transactions.takeOver(connection, numbers, positions.partitions(settings.topics()));
            writer.follow(taken.rules());
            taken.lanes().forEach(lane -> lanes.put(lane.number(), lane));
            links.learn();
            positions.begin(partitions, taken.positions());
            LOG.infof(
                    "Took over %d lanes with %d households",
                    taken.lanes().size(),
                    taken.lanes().stream().mapToInt(Lane::size).sum());
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot take over lanes", e);
        }
        settled = true;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            settled = false;
        }
        arrivals.forget(partitions);
        partitions.forEach(partition -> lanes.remove(partition.partition()));
        positions.forget(partitions);
    }
}
