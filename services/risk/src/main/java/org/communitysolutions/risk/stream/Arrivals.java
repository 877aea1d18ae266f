package org.communitysolutions.risk.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;

/**
 * What has arrived and was not taken in yet, by partition. While there is no backlog all of it is taken at once. While
 * there is one, a single lane is taken in at a time, its topics merged by when things happened, in batches so large that
 * a household's row is written once for several of its events.
 */
final class Arrivals {

    private final int batch;
    private final int most;
    private final Map<TopicPartition, Deque<Arrival>> waiting = new LinkedHashMap<>();
    private OptionalInt focus = OptionalInt.empty();

    /**
     * @param batch how many are taken together at most
     * @param most how many of one lane wait at most, but for what one more fetch brings
     */
    Arrivals(int batch, int most) {
        this.batch = batch;
        this.most = most;
    }

    void begin(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> waiting.put(partition, new ArrayDeque<>()));
    }

    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(waiting::remove);
        focus = OptionalInt.empty();
    }

    boolean isEmpty() {
        return waiting.values().stream().allMatch(Deque::isEmpty);
    }

    void add(Arrival arrival) {
        waiting.get(arrival.origin().partition()).add(arrival);
    }

    /**
     * What is to be taken in now; nothing while more has to arrive first.
     *
     * @param lag how many records of a partition are still to come
     */
    List<Arrival> take(ToLongFunction<TopicPartition> lag) {
        if (remaining(waiting.keySet(), lag) <= batch) {
            focus = OptionalInt.empty();
            List<Arrival> all = new ArrayList<>();
            for (Deque<Arrival> queue : waiting.values()) {
                while (all.size() < batch && !queue.isEmpty()) {
                    all.add(queue.poll());
                }
            }
            return all;
        }
        if (focus.isEmpty()) {
            focus = OptionalInt.of(fullestLane(lag));
        }
        List<TopicPartition> lane = partitionsOf(focus.getAsInt());
        if (waitingIn(lane) < batch && toCome(lane, lag) > 0) {
            return List.of();
        }
        List<Arrival> merged = merge(lane, lag);
        if (!merged.isEmpty()) {
            focus = OptionalInt.empty();
        }
        return merged;
    }

    /** The partitions of which nothing more is wanted for now. */
    Set<TopicPartition> full(ToLongFunction<TopicPartition> lag) {
        if (remaining(waiting.keySet(), lag) <= batch) {
            return Set.of();
        }
        if (focus.isEmpty()) {
            focus = OptionalInt.of(fullestLane(lag));
        }
        Set<TopicPartition> full = new HashSet<>(waiting.keySet());
        List<TopicPartition> lane = partitionsOf(focus.getAsInt());
        boolean enough = waitingIn(lane) >= most;
        lane.stream()
                .filter(partition -> !enough || waiting.get(partition).isEmpty())
                .forEach(full::remove);
        return full;
    }

    /** Oldest first, up to where a partition has run dry that has more to come: what comes could be older. */
    private List<Arrival> merge(List<TopicPartition> lane, ToLongFunction<TopicPartition> lag) {
        PriorityQueue<Deque<Arrival>> heads = new PriorityQueue<>(
                Comparator.comparing(queue -> queue.element().occurredAt()));
        for (TopicPartition partition : lane) {
            Deque<Arrival> queue = waiting.get(partition);
            if (!queue.isEmpty()) {
                heads.add(queue);
            } else if (lag.applyAsLong(partition) > 0) {
                return List.of();
            }
        }
        List<Arrival> merged = new ArrayList<>(batch);
        while (!heads.isEmpty() && merged.size() < batch) {
            Deque<Arrival> oldest = heads.remove();
            Arrival next = oldest.remove();
            merged.add(next);
            if (!oldest.isEmpty()) {
                heads.add(oldest);
            } else if (lag.applyAsLong(next.origin().partition()) > 0) {
                return merged;
            }
        }
        return merged;
    }

    private int fullestLane(ToLongFunction<TopicPartition> lag) {
        return waiting.keySet().stream()
                .map(TopicPartition::partition)
                .distinct()
                .max(Comparator.comparingLong(lane -> remaining(partitionsOf(lane), lag)))
                .orElseThrow();
    }

    private List<TopicPartition> partitionsOf(int lane) {
        return waiting.keySet().stream()
                .filter(partition -> partition.partition() == lane)
                .toList();
    }

    private long remaining(Collection<TopicPartition> partitions, ToLongFunction<TopicPartition> lag) {
        return waitingIn(partitions) + toCome(partitions, lag);
    }

    private long waitingIn(Collection<TopicPartition> partitions) {
        long all = 0;
        for (TopicPartition partition : partitions) {
            all += waiting.get(partition).size();
        }
        return all;
    }

    private static long toCome(Collection<TopicPartition> partitions, ToLongFunction<TopicPartition> lag) {
        long all = 0;
        for (TopicPartition partition : partitions) {
            all += lag.applyAsLong(partition);
        }
        return all;
    }
}
