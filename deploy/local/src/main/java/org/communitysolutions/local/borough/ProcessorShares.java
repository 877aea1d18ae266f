package org.communitysolutions.local.borough;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.communitysolutions.local.CpuTime;
import org.communitysolutions.local.RunningPlatform;

/**
 * Processor seconds that each part of a run has used.
 *
 * @param seconds by the part's name
 * @param nanos when they were read, by {@link System#nanoTime()}
 */
record ProcessorShares(Map<String, Double> seconds, long nanos) {

    /** What they have used so far. */
    static ProcessorShares of(RunningPlatform platform) {
        return new ProcessorShares(
                platform.processes().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, part -> CpuTime.seconds(part.getValue()))),
                System.nanoTime());
    }

    /** What each part used a second between an earlier reading and this. */
    Map<String, Double> rateSince(ProcessorShares earlier) {
        return each(earlier, Map.of(), (nanos - earlier.nanos) / 1e9);
    }

    /**
     * What each of a number of things cost since an earlier reading, in processor milliseconds by part.
     *
     * @param idle what the parts use a second when there is nothing to do; it is taken off
     */
    Map<String, Double> millisForEach(int things, ProcessorShares earlier, Map<String, Double> idle) {
        return each(earlier, idle, things / 1e3);
    }

    private Map<String, Double> each(ProcessorShares earlier, Map<String, Double> idle, double divisor) {
        double elapsed = (nanos - earlier.nanos) / 1e9;
        Map<String, Double> each = new TreeMap<>();
        seconds.forEach((part, used) -> {
            double more = used - earlier.seconds.get(part) - idle.getOrDefault(part, 0.0) * elapsed;
            each.put(part, Math.max(0, more) / divisor);
        });
        return each;
    }
}
