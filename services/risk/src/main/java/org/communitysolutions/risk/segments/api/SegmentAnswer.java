package org.communitysolutions.risk.segments.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.communitysolutions.risk.rules.Band;
import org.communitysolutions.risk.segments.Count;
import org.communitysolutions.risk.segments.Counts;
import org.communitysolutions.risk.segments.Group;

/**
 * How many households a query finds. Known is who has work open with some service; all others are unknown.
 *
 * @param asOf how far time has come
 * @param byWard a line without a ward is of those of whom nobody told
 */
record SegmentAnswer(Instant asOf, Count all, List<OfWard> byWard, List<OfBand> byBand, List<OfKind> byKind) {

    /** Of one ward. */
    record OfWard(Optional<String> ward, Count count) {}

    /** Of one band of scores. */
    record OfBand(Band band, Count count) {}

    /**
     * Of one kind of household.
     *
     * @param tenure how it holds its home, or unknown
     */
    record OfKind(String tenure, Group.Children children, Count count) {}

    static SegmentAnswer of(Counts counts) {
        return new SegmentAnswer(
                counts.asOf(),
                counts.all(),
                lines(counts.byWard(), OfWard::new),
                lines(counts.byBand(), OfBand::new),
                lines(counts.byKind(), (kind, count) -> new OfKind(kind.tenure(), kind.children(), count)));
    }

    private static <K, L> List<L> lines(Map<K, Count> counts, BiFunction<K, Count, L> line) {
        return counts.entrySet().stream()
                .map(entry -> line.apply(entry.getKey(), entry.getValue()))
                .toList();
    }
}
