package org.communitysolutions.risk.segments;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.communitysolutions.risk.rules.Band;
import org.communitysolutions.risk.rules.Trend;

/** A condition on a household, checked; {@link ReadQuery} makes it. What is not known of a household does not hold. */
public sealed interface SegmentQuery {

    /** Each part holds. */
    record All(List<SegmentQuery> parts) implements SegmentQuery {}

    /** A part holds. */
    record Any(List<SegmentQuery> parts) implements SegmentQuery {}

    /** It does not hold. */
    record Not(SegmentQuery part) implements SegmentQuery {}

    /**
     * The household has the factor.
     *
     * @param level in pence, at least
     * @param sinceDays for how many days at least
     */
    record HasFactor(String code, OptionalLong level, Optional<Trend> trend, OptionalInt sinceDays)
            implements SegmentQuery {}

    /** The score is in that band or a graver one. */
    record BandAtLeast(Band band) implements SegmentQuery {}

    /** The score, 0 to 1,000, is that or more. */
    record ScoreAtLeast(int score) implements SegmentQuery {}

    /** It lives in one of the wards. */
    record WardIn(Set<String> wards) implements SegmentQuery {}

    /** It holds its home in one of these ways. */
    record TenureIn(Set<Tenure> tenures) implements SegmentQuery {}

    /** It has so many people under 18, both bounds included. */
    record Children(OptionalInt atLeast, OptionalInt atMost) implements SegmentQuery {}

    /** All factors that it names. */
    default Set<String> factors() {
        return switch (this) {
            case All(List<SegmentQuery> parts) -> factorsOf(parts);
            case Any(List<SegmentQuery> parts) -> factorsOf(parts);
            case Not(SegmentQuery part) -> part.factors();
            case HasFactor has -> Set.of(has.code());
            case BandAtLeast band -> Set.of();
            case ScoreAtLeast score -> Set.of();
            case WardIn wards -> Set.of();
            case TenureIn tenures -> Set.of();
            case Children children -> Set.of();
        };
    }

    /** All wards that it names. */
    default Set<String> wards() {
        return switch (this) {
            case All(List<SegmentQuery> parts) -> wardsOf(parts);
            case Any(List<SegmentQuery> parts) -> wardsOf(parts);
            case Not(SegmentQuery part) -> part.wards();
            case WardIn(Set<String> wards) -> wards;
            case HasFactor has -> Set.of();
            case BandAtLeast band -> Set.of();
            case ScoreAtLeast score -> Set.of();
            case TenureIn tenures -> Set.of();
            case Children children -> Set.of();
        };
    }

    /** The factors that speak for a household being among those found: named other than by way of {@link Not}. */
    default Set<String> grounds() {
        return switch (this) {
            case All(List<SegmentQuery> parts) -> groundsOf(parts);
            case Any(List<SegmentQuery> parts) -> groundsOf(parts);
            case HasFactor has -> Set.of(has.code());
            case Not not -> Set.of();
            case BandAtLeast band -> Set.of();
            case ScoreAtLeast score -> Set.of();
            case WardIn wards -> Set.of();
            case TenureIn tenures -> Set.of();
            case Children children -> Set.of();
        };
    }

    /** Whether each household that is found has at least one of the {@link #grounds}. */
    default boolean restsOnAFactor() {
        return switch (this) {
            case All(List<SegmentQuery> parts) -> parts.stream().anyMatch(SegmentQuery::restsOnAFactor);
            case Any(List<SegmentQuery> parts) -> parts.stream().allMatch(SegmentQuery::restsOnAFactor);
            case HasFactor has -> true;
            case Not not -> false;
            case BandAtLeast band -> false;
            case ScoreAtLeast score -> false;
            case WardIn wards -> false;
            case TenureIn tenures -> false;
            case Children children -> false;
        };
    }

    private static Set<String> factorsOf(List<SegmentQuery> parts) {
        Set<String> factors = new HashSet<>();
        parts.forEach(part -> factors.addAll(part.factors()));
        return factors;
    }

    private static Set<String> wardsOf(List<SegmentQuery> parts) {
        Set<String> wards = new HashSet<>();
        parts.forEach(part -> wards.addAll(part.wards()));
        return wards;
    }

    private static Set<String> groundsOf(List<SegmentQuery> parts) {
        Set<String> grounds = new HashSet<>();
        parts.forEach(part -> grounds.addAll(part.grounds()));
        return grounds;
    }
}
