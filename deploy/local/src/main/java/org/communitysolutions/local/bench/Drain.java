package org.communitysolutions.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.communitysolutions.embedded.ChildProcess;
import org.communitysolutions.embedded.Server;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.CpuTime;

/**
 * How fast a process took all topics in: from its first commit to its last by PostgreSQL's own clock, without the events of the
 * first, whose work began before it.
 *
 * @param events that stand in the journal
 * @param transactions that wrote them
 * @param seconds from the first commit to the last
 * @param eventsPerSecond between these two
 * @param processCpu processor seconds of the process itself, from its start
 * @param postgresqlCpu those of PostgreSQL
 * @param kafkaCpu those of Kafka
 * @param databaseBytes that the database has on the disk, with indexes
 */
record Drain(
        long events,
        long transactions,
        double seconds,
        double eventsPerSecond,
        double processCpu,
        double postgresqlCpu,
        double kafkaCpu,
        long databaseBytes) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration WITHOUT_PROGRESS = Duration.ofMinutes(1);

    private static final String COMMITS = """
            with of_transaction as (
                select xmin::text, count(*) as events, pg_xact_commit_timestamp(min(xmin::text)::xid) as at
                from journal_event group by xmin::text
            )
            select sum(events), count(*), extract(epoch from max(at) - min(at)),
                sum(events) - (select events from of_transaction order by at limit 1),
                pg_database_size(current_database())
            from of_transaction
            """;

    /** Waits until a process has read all there is, and measures. */
    static Drain await(ChildProcess process, FilledTopics topics, BenchServers servers, String database)
            throws SQLException, InterruptedException {
        double postgresql = servers.cpuSeconds(Server.POSTGRESQL);
        double kafka = servers.cpuSeconds(Server.KAFKA);
        try (Connection connection = servers.connect(database)) {
            awaitRead(process, topics, connection);
            double processCpu = CpuTime.seconds(process.pid());
            double postgresqlCpu = servers.cpuSeconds(Server.POSTGRESQL) - postgresql;
            double kafkaCpu = servers.cpuSeconds(Server.KAFKA) - kafka;
            try (PreparedStatement select = connection.prepareStatement(COMMITS);
                    ResultSet row = select.executeQuery()) {
                row.next();
                if (row.getLong(1) < topics.events()) {
                    throw new ServerException("%s has read %,d events and kept %,d of them; its log is %s"
                            .formatted(process.name(), topics.events(), row.getLong(1), process.log()));
                }
                double seconds = row.getDouble(3);
                return new Drain(
                        row.getLong(1),
                        row.getLong(2),
                        seconds,
                        row.getLong(4) / seconds,
                        processCpu,
                        postgresqlCpu,
                        kafkaCpu,
                        row.getLong(5));
            }
        }
    }

    private static void awaitRead(ChildProcess process, FilledTopics topics, Connection connection)
            throws SQLException, InterruptedException {
        long all = topics.events();
        long read = 0;
        long movedAt = System.nanoTime();
        while (read < all) {
            Thread.sleep(BETWEEN_LOOKS);
            long before = read;
            read = topics.read(connection);
            if (read > before) {
                movedAt = System.nanoTime();
            }
            if (read * 10 / all > before * 10 / all) {
                System.out.printf(Locale.UK, "  %d%% of %,d events%n", read * 100 / all, all);
            }
            if (read < all) {
                requireProgress(process, movedAt, read);
            }
        }
    }

    private static void requireProgress(ChildProcess process, long movedAt, long read) {
        if (!process.isAlive()) {
            throw failed("ended", process, read);
        }
        if (System.nanoTime() - movedAt > WITHOUT_PROGRESS.toNanos()) {
            throw failed("has stood still for a minute", process, read);
        }
    }

    private static ServerException failed(String how, ChildProcess process, long read) {
        return new ServerException("%s %s after %,d events, and said last %s; its log is %s"
                .formatted(process.name(), how, read, process.lastLines(1), process.log()));
    }

    /** Processor seconds of all three together. */
    double cpu() {
        return processCpu + postgresqlCpu + kafkaCpu;
    }

    /** In words. */
    String describe() {
        return String.format(
                Locale.UK,
                "  %,d events in %,d transactions, %.1f s, %,.0f events a second; processor seconds: %.1f its own, %.1f PostgreSQL, %.1f Kafka; %,d bytes of the database for an event",
                events,
                transactions,
                seconds,
                eventsPerSecond,
                processCpu,
                postgresqlCpu,
                kafkaCpu,
                databaseBytes / events);
    }
}
