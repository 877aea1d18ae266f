package org.communitysolutions.risk.segments.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.communitysolutions.risk.rules.Band;
import org.communitysolutions.risk.segments.SegmentQuery;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A query as a condition on the rows {@code h} of {@code household_state}. Its text is made of the query's form alone; all
 * that was asked for is parameters. Each part is true or false and never unknown, so that {@code not} is plain.
 */
final class Predicate {

    private final List<Object> parameters = new ArrayList<>();
    private final Instant asOf;

    /** @param asOf from when days since are counted back */
    Predicate(Instant asOf) {
        this.asOf = asOf;
    }

    /** The place of one more parameter: {@code ?3}. */
    String with(Object parameter) {
        parameters.add(parameter);
        return "?" + parameters.size();
    }

    /** The place of a moment. */
    String with(Instant moment) {
        return with((Object) OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
    }

    /** The place of a list of texts. */
    String withTexts(Collection<String> texts) {
        return "cast(" + with(texts.toArray(String[]::new)) + " as text[])";
    }

    <Q extends Mutiny.AbstractQuery> Q set(Q query) {
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }

    String of(SegmentQuery query) {
        return switch (query) {
            case SegmentQuery.All(List<SegmentQuery> parts) -> joined(parts, " and ");
            case SegmentQuery.Any(List<SegmentQuery> parts) -> joined(parts, " or ");
            case SegmentQuery.Not(SegmentQuery part) -> "not " + of(part);
            case SegmentQuery.HasFactor has -> factor(has);
            case SegmentQuery.BandAtLeast(Band band) -> "(h.band = any (" + withTexts(from(band)) + "))";
            case SegmentQuery.ScoreAtLeast(int score) -> "(h.score >= " + with(score) + ")";
            case SegmentQuery.WardIn(var wards) -> "coalesce(h.ward = any (" + withTexts(wards) + "), false)";
            case SegmentQuery.TenureIn(var tenures) ->
                "coalesce(h.tenure = any ("
                        + withTexts(tenures.stream().map(EnumCodes::of).toList()) + "), false)";
            case SegmentQuery.Children children -> children(children);
        };
    }

    private String joined(List<SegmentQuery> parts, String by) {
        return parts.stream().map(this::of).collect(Collectors.joining(by, "(", ")"));
    }

    private static List<String> from(Band band) {
        return Arrays.stream(Band.values())
                .filter(graver -> graver.compareTo(band) >= 0)
                .map(Band::name)
                .toList();
    }

    private String factor(SegmentQuery.HasFactor has) {
        String code = "cast(" + with(has.code()) + " as text)";
        StringBuilder sql =
                new StringBuilder("(jsonb_exists(h.factors, ").append(code).append(')');
        String held = "(h.factors -> " + code + " ->> ";
        has.level().ifPresent(level -> sql.append(" and coalesce(cast(")
                .append(held)
                .append("'level') as bigint) >= ")
                .append(with(level))
                .append(", false)"));
        has.trend()
                .ifPresent(trend ->
                        sql.append(" and ").append(held).append("'trend') = ").append(with(EnumCodes.of(trend))));
        has.sinceDays().ifPresent(days -> sql.append(" and cast(")
                .append(held)
                .append("'since') as timestamptz) <= ")
                .append(with(asOf.minus(Duration.ofDays(days)))));
        return sql.append(')').toString();
    }

    private String children(SegmentQuery.Children asked) {
        List<String> bounds = new ArrayList<>();
        asked.atLeast().ifPresent(least -> bounds.add("h.children >= " + with(least)));
        asked.atMost().ifPresent(most -> bounds.add("h.children <= " + with(most)));
        return "coalesce(" + String.join(" and ", bounds) + ", false)";
    }
}
