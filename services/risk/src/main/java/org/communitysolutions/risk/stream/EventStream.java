package org.communitysolutions.risk.stream;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.communitysolutions.shared.messaging.FailureOutline;
import org.jboss.logging.Logger;

/**
 * Keeps the workers going that take events in. A worker that fails lets go of all it holds and begins again from what is
 * committed, after a pause.
 */
@ApplicationScoped
class EventStream {

    private static final Logger LOG = Logger.getLogger(EventStream.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final AgroalDataSource database;
    private final StreamTransactions transactions;
    private final Streaming settings;
    private final StreamMeters meters;
    private final Wire wire;
    private final EvaluateHousehold evaluate;
    private final Map<String, Object> kafka;
    private final List<Seat> seats = new ArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    EventStream(
            @DataSource("stream") AgroalDataSource database,
            StreamTransactions transactions,
            Streaming settings,
            StreamMeters meters,
            Wire wire,
            EvaluateHousehold evaluate,
            // All of kafka.*: where the brokers are, and in a cluster by what they know this service.
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.database = database;
        this.transactions = transactions;
        this.settings = settings;
        this.meters = meters;
        this.wire = wire;
        this.evaluate = evaluate;
        this.kafka = kafka;
        meters.lag(this::behind);
    }

    /** Records that are still to come; no number while a worker has no lanes. */
    private double behind() {
        return isSettled() ? seats.stream().mapToLong(Seat::behind).sum() : Double.NaN;
    }

    void start(@Observes StartupEvent started) {
        for (int number = 1; number <= settings.workers(); number++) {
            Seat seat = new Seat(number);
            seats.add(seat);
            seat.thread.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
        seats.forEach(Seat::stop);
        seats.forEach(Seat::awaitEnd);
    }

    /** Whether all lanes that are this instance's are in memory. */
    boolean isSettled() {
        return !seats.isEmpty() && seats.stream().allMatch(Seat::isSettled);
    }

    /** The place of one worker after another. */
    private final class Seat {

        private final int number;
        private final Thread thread;
        private volatile LaneWorker worker;

        Seat(int number) {
            this.number = number;
            this.thread = new Thread(this::work, "lanes-" + number);
        }

        boolean isSettled() {
            LaneWorker present = worker;
            return present != null && present.isSettled();
        }

        long behind() {
            LaneWorker present = worker;
            return present == null ? 0 : present.behind();
        }

        void stop() {
            LaneWorker present = worker;
            if (present != null) {
                present.stop();
            }
        }

        void awaitEnd() {
            try {
                if (!thread.join(LONGEST_STOP)) {
                    LOG.warnf("%s does not end", thread.getName());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void work() {
            Duration pause = FIRST_PAUSE;
            while (!isStopping(Duration.ZERO)) {
                long began = System.nanoTime();
                try (Connection connection = database.getConnection()) {
                    work(connection, consumer(number));
                } catch (WakeupException stop) {
                    LOG.debugf("%s was told to stop", thread.getName());
                } catch (Exception failure) {
                    LOG.warnf("%s begins again: %s", thread.getName(), FailureOutline.of(failure));
                    boolean wentWell = System.nanoTime() - began > LONGEST_PAUSE.toNanos();
                    pause = wentWell ? FIRST_PAUSE : pause.multipliedBy(2);
                    pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
                    isStopping(pause);
                } finally {
                    worker = null;
                }
            }
        }

        /** Who is told to end is not expected back under its name: others have its lanes at once. Who fails keeps them. */
        private void work(Connection connection, KafkaConsumer<byte[], byte[]> consumer) throws SQLException {
            try {
                worker = new LaneWorker(consumer, connection, transactions, wire, evaluate, settings, meters);
                if (!isStopping(Duration.ZERO)) {
                    worker.run();
                }
            } finally {
                consumer.close(CloseOptions.timeout(LONGEST_STOP)
                        .withGroupMembershipOperation(
                                isStopping(Duration.ZERO)
                                        ? GroupMembershipOperation.LEAVE_GROUP
                                        : GroupMembershipOperation.REMAIN_IN_GROUP));
            }
        }

        private boolean isStopping(Duration within) {
            try {
                return stopping.await(within.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
    }

    /** Each member gets the same partition numbers of all topics: that makes them its lanes. */
    private KafkaConsumer<byte[], byte[]> consumer(int number) {
        Map<String, Object> settled = new HashMap<>(kafka);
        settled.putAll(Map.ofEntries(
                Map.entry(ConsumerConfig.GROUP_ID_CONFIG, settings.group()),
                Map.entry(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instance() + "-" + number),
                Map.entry(ConsumerConfig.CLIENT_ID_CONFIG, settings.group() + "-lanes-" + number),
                Map.entry(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName()),
                Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                Map.entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000),
                Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000),
                Map.entry(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 << 20),
                Map.entry(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000)));
        return new KafkaConsumer<>(settled, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
