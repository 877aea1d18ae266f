package org.communitysolutions.local.rehearsal;

import java.net.URI;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.local.LocalPlatform;
import org.communitysolutions.local.Rest;
import org.communitysolutions.local.Service;

/** What has to be true of a platform whose databases were restored to an earlier time than its Kafka tells of. */
final class RestoredPlatform {

    private static final int HOUSEHOLDS_AT_ONCE = 2_000;
    /** Of those that are not as they have to be; the borough is invented. */
    private static final int SHOWN = 3;

    private final LocalPlatform platform;
    private final Records records;
    private final Figures figures;

    RestoredPlatform(LocalPlatform platform, Figures figures) {
        this.platform = platform;
        this.records = new Records(platform.servers());
        this.figures = figures;
    }

    /**
     * Counts what is lost, told twice, doubled, or taken in from a time that the databases do not know.
     *
     * @param beforeTheEnd events told of when the backup was about to end
     * @param inAll events told of until the databases were lost
     */
    void check(Set<UUID> beforeTheEnd, Set<UUID> inAll) throws SQLException {
        Set<UUID> restored = records.outboxes();
        figures.note("outbox_rows", restored.size());
        figures.demandNone("rows_lost_from_before_the_backups_end", count(beforeTheEnd, restored));
        PublishedTimes published = PublishedTimes.read(platform.servers());
        figures.demandNone("rows_on_no_topic", published.countOf(restored, 0));
        figures.note("rows_on_their_topic_once", published.countOf(restored, 1));
        figures.note("rows_on_their_topic_twice", published.countOf(restored, 2));

        Set<UUID> ofTheLostTime = new HashSet<>(inAll);
        ofTheLostTime.removeAll(restored);
        Set<UUID> taken = records.taken();
        figures.note("events_of_the_lost_time", ofTheLostTime.size());
        figures.demandNone("events_of_the_lost_time_taken_in", ofTheLostTime.size() - count(ofTheLostTime, taken));
        checkTasks("restored");
        checkHouseholds();
    }

    /** How many of these are not among those. */
    private static long count(Set<UUID> these, Set<UUID> those) {
        return these.stream().filter(id -> !those.contains(id)).count();
    }

    /** What risk asks for stands with the teams, and nothing else does. */
    void checkTasks(String when) throws SQLException {
        Set<UUID> asked = records.tasksAskedFor();
        Set<UUID> standing = records.tasksStanding();
        figures.note("tasks_" + when, standing.size());
        figures.demandNone("tasks_lost_" + when, count(asked, standing));
        figures.demandNone("tasks_too_many_" + when, count(standing, asked));
        figures.demandNone("tasks_doubled_" + when, records.doubledTasks());
        figures.demandNone("homes_doubled_" + when, records.doubledHomes());
    }

    /** Households are as the journal alone makes them. */
    private void checkHouseholds() throws SQLException {
        Map<String, String> before = records.households();
        Set<UUID> tasks = records.tasksAskedFor();
        try (Rest rest = new Rest(platform.servers())) {
            URI address = platform.address(Service.RISK).resolve("/api/risk/v1/re-evaluations");
            Map<String, Object> part = new HashMap<>(Map.of("limit", HOUSEHOLDS_AT_ONCE));
            while (part != null) {
                String next = rest.post("platform-operator", address, part, UUID.randomUUID())
                        .good()
                        .body()
                        .path("next")
                        .asText("");
                part = next.isEmpty() || next.equals("null")
                        ? null
                        : Map.of("limit", HOUSEHOLDS_AT_ONCE, "after", next);
            }
        }
        Map<String, String> recomputed = records.households();
        figures.note("households_in_one_view", before.size());
        List<String> differing = before.keySet().stream()
                .filter(household -> !before.get(household).equals(recomputed.get(household)))
                .toList();
        differing.stream()
                .limit(SHOWN)
                .forEach(household -> System.out.printf(
                        "  it was   %s%n  and is   %s%n", before.get(household), recomputed.get(household)));
        figures.demandNone("households_that_differ_when_recomputed", differing.size());
        Set<UUID> askedAnew = records.tasksAskedFor();
        figures.demandNone("tasks_that_differ_when_recomputed", count(tasks, askedAnew) + count(askedAnew, tasks));
    }
}
