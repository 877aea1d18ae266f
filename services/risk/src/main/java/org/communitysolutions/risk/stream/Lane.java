package org.communitysolutions.risk.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The households whose events come by one partition number, in the memory of the consumer that owns it. Seen by its
 * thread alone.
 */
final class Lane {

    private static final Duration REST = Duration.ofHours(1);

    private final int number;
    private final long epoch;
    private final Map<UUID, Household> households;
    private Instant time;
    private Instant nextToWake;

    Lane(int number, long epoch, Instant time, Map<UUID, Household> households) {
        this.number = number;
        this.epoch = epoch;
        this.time = time;
        this.households = new HashMap<>(households);
        this.nextToWake = Instant.MIN;
    }

    int number() {
        return number;
    }

    long epoch() {
        return epoch;
    }

    /** How far time has come: as far as the latest event of the lane, or of the borough while the lane is idle. */
    Instant time() {
        return time;
    }

    void comeTo(Instant later) {
        time = later.isAfter(time) ? later : time;
    }

    int size() {
        return households.size();
    }

    Household household(UUID id) {
        Household known = households.get(id);
        return known == null ? Household.unknown(id, number) : known;
    }

    void keep(Household household) {
        households.put(household.id(), household);
        nextToWake = household.wakesAt().isBefore(nextToWake) ? household.wakesAt() : nextToWake;
    }

    /** What another has written since; empty if the household is not known after all. */
    void replace(UUID id, Optional<Household> written) {
        written.ifPresentOrElse(household -> keep(household.in(number)), () -> households.remove(id));
    }

    /** Leaves a household that stands still alone for a while; somebody else may have let it go on by then. */
    void rest(UUID id) {
        households.computeIfPresent(id, (same, household) -> household.dueAt(time.plus(REST)));
    }

    /** Makes all households due for evaluation: other rules are in force. */
    void makeDue() {
        households.replaceAll((id, household) -> household.dueAt(Instant.MIN));
        nextToWake = Instant.MIN;
    }

    /** Up to {@code most} households with whom something changes by that time without news. */
    List<Household> due(Instant by, int most) {
        if (nextToWake.isAfter(by)) {
            return List.of();
        }
        List<Household> due = new ArrayList<>();
        Instant next = Instant.MAX;
        for (Household household : households.values()) {
            Instant wakes = household.wakesAt();
            if (!wakes.isAfter(by) && due.size() < most) {
                due.add(household);
            }
            next = wakes.isBefore(next) ? wakes : next;
        }
        nextToWake = next;
        return due;
    }
}
