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
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.risk.editions.EditionUnusable;
import org.communitysolutions.risk.editions.RulesInForce;
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
    /** What arrives waits for no more than these, and more are woken with a batch only if it has more events itself. */
    private static final int WOKEN_AT_ONCE = 1_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Connection connection;
    private final StreamTransactions transactions;
    private final Wire wire;
    private final EvaluateHousehold evaluate;
    private final Streaming settings;
    private final StreamMeters meters;
    private final Arrivals arrivals;
    private final Positions positions;
    private final Map<Integer, Lane> lanes = new HashMap<>();
    private final LaneLinks links;
    private RulesInForce rules;
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
        this.evaluate = evaluate;
        this.settings = settings;
        this.meters = meters;
        this.arrivals = new Arrivals(settings.batch());
        this.positions = new Positions(consumer);
        this.links = new LaneLinks(connection, transactions, lanes);
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
            write(plan -> plan.add(batch), Arrival.lanesOf(batch));
        } catch (MalformedEvent malformed) {
            LOG.debugf("Looks at the data of %d records: %s", batch.size(), malformed.getMessage());
            takeIn(batch.stream().map(Arrival::checked).toList());
        } catch (SQLException | RuntimeException failure) {
            if (PassingTrouble.isIn(failure) || failure instanceof LaneLost || failure instanceof EditionUnusable) {
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
            write(plan -> plan.pass(poison), Arrival.lanesOf(batch));
            return;
        }
        LOG.errorf(
                "Parked the record %s@%d and what follows for its key: %s",
                poison.partition(), poison.offset(), FailureOutline.of(failure));
        write(plan -> plan.park(poison, failure.getClass().getSimpleName()), Arrival.lanesOf(batch));
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
        follow(look.rules());
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
            if (!lane.due(lane.time(), 1).isEmpty()) {
                moreToWake = true;
                write(plan -> {}, Set.of(lane.number()));
                return;
            }
        }
    }

    /** Linked households are written by whoever has news of any of them, so their time may come unseen by their owner. */
    private void wakeLinked() throws SQLException {
        Map<UUID, Integer> due = links.due();
        if (!due.isEmpty()) {
            write(plan -> due.forEach((id, lane) -> plan.wake(Household.unknown(id, lane))), Set.copyOf(due.values()));
        }
    }

    /** Sees to it that all households come to be evaluated by the rules that are in force from now on. */
    private void follow(RulesInForce inForce) {
        if (rules != null && rules.isOutdatedBy(inForce)) {
            lanes.values().forEach(Lane::makeDue);
        }
        rules = inForce;
    }

    private interface Planned {
        void in(PlanBatch plan);
    }

    private void write(Planned planned, Set<Integer> numbers) throws SQLException {
        Map<Integer, Long> epochs = new HashMap<>();
        numbers.forEach(number -> epochs.put(number, lanes.get(number).epoch()));
        Map<UUID, Integer> read = new HashMap<>();
        Batch batch = null;
        while (batch == null) {
            try {
                batch = transactions.write(connection, (open, inForce, stopped) -> {
                    follow(inForce);
                    PlanBatch plan = new PlanBatch(
                            evaluate,
                            inForce,
                            settings.skew(),
                            settings.lateness(),
                            (lane, id) -> {
                                read.put(id, lane);
                                return lanes.get(lane).household(id);
                            },
                            links.now(),
                            stopped);
                    numbers.forEach(number -> plan.in(number, lanes.get(number).time()));
                    planned.in(plan);
                    int woken = Math.max(WOKEN_AT_ONCE, read.size()) / numbers.size();
                    numbers.forEach(number -> lanes.get(number)
                            .due(plan.time(number), woken)
                            .forEach(household -> {
                                plan.wake(household);
                                read.put(household.id(), number);
                            }));
                    return transactions.complete(open, plan, epochs);
                });
            } catch (StaleHouseholds stale) {
                LOG.debugf("Read %d households anew: %s", read.size(), stale.getMessage());
                links.reread(read);
            }
        }
        links.are(batch.links());
        positions.keep(batch.next());
        batch.lanes().forEach((number, claim) -> lanes.get(number).comeTo(claim.time()));
        batch.changes().forEach(change -> links.keep(change.after()));
        meters.count(batch);
    }

    /** Called while polling. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            settled = true;
            return;
        }
        arrivals.begin(partitions);
        positions.begin(partitions);
        Set<Integer> numbers = new TreeSet<>();
        partitions.forEach(partition -> numbers.add(partition.partition()));
        try {
            StreamTransactions.Taken taken =
                    transactions.takeOver(connection, numbers, positions.partitions(settings.topics()));
            follow(taken.rules());
            taken.lanes().forEach(lane -> lanes.put(lane.number(), lane));
            links.learn();
            taken.positions().forEach((partition, offset) -> {
                if (partitions.contains(partition)) {
                    consumer.seek(partition, offset);
                }
            });
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
