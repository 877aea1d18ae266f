package org.communitysolutions.risk.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.risk.links.HouseholdLinks;
import org.communitysolutions.risk.links.KnownLinks;

/**
 * Which households are linked, as a worker has it in memory. Whoever has news of one of them writes the others too, so
 * that the owner of a lane has to look what became of its own.
 */
final class LaneLinks {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Connection connection;
    private final StreamTransactions transactions;
    private final Map<Integer, Lane> lanes;
    private KnownLinks.Version links = KnownLinks.Version.NONE;
    private long lastLook = System.nanoTime();

    /** @param lanes those that are the worker's, as they come and go */
    LaneLinks(Connection connection, StreamTransactions transactions, Map<Integer, Lane> lanes) {
        this.connection = connection;
        this.transactions = transactions;
        this.lanes = lanes;
    }

    KnownLinks.Version now() {
        return links;
    }

    /** A batch has been written, and may have changed them. */
    void are(KnownLinks.Version written) {
        links = written;
    }

    /** A household that was written; one that is linked may be of another's lane, who reads it when it needs it. */
    void keep(Household household) {
        Lane lane = lanes.get(household.lane());
        if (lane != null) {
            lane.keep(household);
        }
    }

    /** Learns what others have changed; the households for which that makes a difference are read anew. */
    void learn() throws SQLException {
        HouseholdLinks before = links.links();
        links = transactions.links(connection, links);
        Set<UUID> moved = links.links().movedSince(before);
        if (!moved.isEmpty()) {
            transactions.read(connection, moved).values().forEach(household -> Optional.ofNullable(
                            lanes.get(household.lane()))
                    .ifPresent(lane -> lane.replace(household.id(), Optional.of(household))));
        }
    }

    /**
     * Reads households anew that somebody else has written: a release, a consumer of a publisher that spreads its keys
     * otherwise, or whoever has linked them.
     *
     * @param households each with its lane
     */
    void reread(Map<UUID, Integer> households) throws SQLException {
        learn();
        Map<UUID, Household> anew = transactions.read(connection, households.keySet());
        households.forEach((id, number) -> lanes.get(number).replace(id, Optional.ofNullable(anew.get(id))));
    }

    /** The lanes' own of those that are linked whose time has come; looks once a second. */
    List<Household> due() throws SQLException {
        if (System.nanoTime() - lastLook < BETWEEN_LOOKS.toNanos() || lanes.isEmpty()) {
            return List.of();
        }
        lastLook = System.nanoTime();
        learn();
        Set<UUID> linked = links.links().all();
        if (linked.isEmpty()) {
            return List.of();
        }
        Instant latest =
                lanes.values().stream().map(Lane::time).max(Instant::compareTo).orElseThrow();
        List<Household> due = new ArrayList<>();
        transactions.due(connection, linked, latest).forEach((household, change) -> {
            Lane lane = lanes.get(change.lane());
            if (lane != null && !change.at().isAfter(lane.time())) {
                due.add(lane.household(household));
            }
        });
        return due;
    }
}
