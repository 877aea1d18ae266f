package org.communitysolutions.local.bench;

import java.sql.SQLException;
import java.util.Locale;
import org.communitysolutions.local.Service;
import org.communitysolutions.local.history.History;

/** What an event costs the risk service among few and among many households. */
final class CostBySize {

    private static final double A_MILLION = 1e6;

    private CostBySize() {}

    /** Measures among a tenth of the households, as many, and ten times as many; each on new servers, the same number of events. */
    static void measure(int households, long events) throws SQLException, InterruptedException {
        for (int size : new int[] {households / 10, households, households * 10}) {
            BenchRisk bench = BenchRisk.onNewServers();
            FilledTopics topics = bench.fill(size, events);
            RiskService service = RiskService.start(bench.servers(), heapMegabytes(size));
            Drain drain = bench.drain(service, topics);
            System.out.println(drain.describe());
            double millions = drain.events() / A_MILLION;
            System.out.printf(Locale.ROOT, "events_per_second_%d=%.0f%n", size, drain.eventsPerSecond());
            System.out.printf(
                    Locale.ROOT, "service_cpu_seconds_per_million_%d=%.1f%n", size, drain.processCpu() / millions);
            System.out.printf(
                    Locale.ROOT,
                    "postgresql_cpu_seconds_per_million_%d=%.1f%n",
                    size,
                    drain.postgresqlCpu() / millions);
            System.out.printf(Locale.ROOT, "resident_mb_%d=%.0f%n", size, service.residentMegabytes());
            service.stop();
            bench.servers().close();
        }
    }

    /** All households are in memory, and its usual heap is for a borough. */
    private static int heapMegabytes(int households) {
        return Service.RISK.heapMegabytes() * (1 + households / (3 * History.USUAL_HOUSEHOLDS));
    }
}
