package org.communitysolutions.local.bench;

import java.sql.SQLException;
import java.util.Locale;

/** What an event costs the risk service among few and among many households. */
final class CostBySize {

    private static final double A_MILLION = 1e6;

    private CostBySize() {}

    /** Measures among a tenth of the households, as many, and ten times as many; each on new servers, the same number of events. */
    static void measure(int households, long events) throws SQLException, InterruptedException {
        for (int size : new int[] {households / 10, households, households * 10}) {
            BenchRisk bench = BenchRisk.onNewServers();
            FilledTopics topics = bench.fill(size, events);
            RiskService service = RiskService.start(bench.servers());
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
}
