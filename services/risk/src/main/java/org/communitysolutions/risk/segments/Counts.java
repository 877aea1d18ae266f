package org.communitysolutions.risk.segments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitysolutions.risk.disclosure.Figure;
import org.communitysolutions.risk.disclosure.SmallNumbers;
import org.communitysolutions.risk.rules.Band;

/**
 * The households that a query finds, counted.
 *
 * @param asOf how far time has come
 * @param byWard by its code, in order; empty stands for those of whom nobody told
 */
public record Counts(
        Instant asOf,
        Count all,
        Map<Optional<String>, Count> byWard,
        Map<Band, Count> byBand,
        Map<Group.Kind, Count> byKind) {

    /** As counted, for those who may see which households they are. */
    static Counts exact(Instant asOf, List<Group> groups) {
        CountTable table = new CountTable(groups);
        return table.counts(asOf, table.show(Figure::exact));
    }

    /**
     * Without small numbers, and without what they could be worked out from. Of few households it is not told either in
     * which wards, bands and kinds there are any.
     */
    static Counts guarded(Instant asOf, List<Group> groups, SmallNumbers rule) {
        CountTable table = new CountTable(groups);
        Counts counts = table.counts(asOf, table.show(rule));
        boolean few = counts.all().total().precision() == Figure.Precision.SUPPRESSED;
        return few ? new Counts(asOf, counts.all(), Map.of(), Map.of(), Map.of()) : counts;
    }
}
