package org.communitysolutions.risk.stream;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;

/**
 * What has arrived and was not taken in yet, by partition. While there is no backlog all of it is taken at once. While
 * there is one, a single lane is taken in at a time, its topics merged by when things happened, in batches so large that
 * a household's row is written once for several of its events.
 */
final class Arrivals {

    /** What share of a batch is little. */
    private static final int LITTLE = 8;

    private final int batch;
    private final Map<TopicPartition, Deque<Arrival>> waiting = new LinkedHashMap<>();
    private final Map<Integer, List<TopicPartition>> lanes = new TreeMap<>();

    /** @param batch how many are taken together at most; not much more waits at any time */
    Arrivals(int batch) {
        this.batch = batch;
    }

    void begin(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            if (waiting.put(partition, new ArrayDeque<>()) == null) {
                lanes.computeIfAbsent(partition.partition(), none -> new ArrayList<>())
                        .add(partition);
            }
        }
    }

    void forget(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            waiting.remove(partition);
            lanes.remove(partition.partition());
        }
    }

    boolean isEmpty() {
        return waiting.values().stream().allMatch(Deque::isEmpty);
    }

    void add(Arrival arrival) {
        waiting.get(arrival.partition()).add(arrival);
    }

    /**
     * What is to be taken in now; nothing while more has to arrive first.
     *
     * @param lag how many records of a partition are still to come
     */
    List<Arrival> take(ToLongFunction<TopicPartition> lag) {
        if (remaining(waiting.keySet(), lag) <= batch) {
            List<Arrival> all = new ArrayList<>();
            for (Deque<Arrival> queue : waiting.values()) {
                while (all.size() < batch && !queue.isEmpty()) {
                    all.add(queue.poll());
                }
            }
            return all;
        }
        List<TopicPartition> lane = lanes.get(lane(lag));
        return waitingIn(lane) < batch && toCome(lane, lag) > 0 ? List.of() : merge(lane, lag);
    }

    /**
     * The partitions of which nothing more is wanted for now: while there is a backlog, all but those of one lane of which
     * little waits or which will run dry first. So the partitions of the lane come forward in time together, and little has
     * to wait.
     */
    Set<TopicPartition> full(ToLongFunction<TopicPartition> lag) {
        if (remaining(waiting.keySet(), lag) <= batch) {
            return Set.of();
        }
        List<TopicPartition> lane = lanes.get(lane(lag));
        Instant first = Instant.MAX;
        for (TopicPartition partition : lane) {
            if (lag.applyAsLong(partition) > 0 && upTo(partition).isBefore(first)) {
                first = upTo(partition);
            }
        }
        Set<TopicPartition> full = new HashSet<>(waiting.keySet());
        for (TopicPartition partition : lane) {
            if (!upTo(partition).isAfter(first) || waiting.get(partition).size() < batch / LITTLE) {
                full.remove(partition);
            }
        }
        return full;
    }

    private Instant upTo(TopicPartition partition) {
        Deque<Arrival> queue = waiting.get(partition);
        return queue.isEmpty() ? Instant.MIN : queue.getLast().occurredAt();
    }

    /** That of which most waits already, so that little waits of all together; else that of which most is to come. */
    private int lane(ToLongFunction<TopicPartition> lag) {
        int chosen = -1;
        long most = -1;
        for (Map.Entry<Integer, List<TopicPartition>> lane : lanes.entrySet()) {
            long here = waitingIn(lane.getValue()) << 32 | toCome(lane.getValue(), lag);
            if (here > most) {
                most = here;
                chosen = lane.getKey();
            }
        }
        return chosen;
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
            } else if (lag.applyAsLong(next.partition()) > 0) {
                return merged;
            }
        }
        return merged;
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
