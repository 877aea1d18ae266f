package org.communitysolutions.risk.segments;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.communitysolutions.risk.segments.QueryRefused.Wrong;

/** Checks a clause and makes the query that it says; everything that is wrong is named at once. */
final class ReadQuery {

    static final int DEEPEST = 6;
    static final int MOST_CLAUSES = 40;
    static final int MOST_VALUES = 50;
    private static final int MOST_CHILDREN = 50;
    private static final int MOST_DAYS = 36_500;
    private static final String FEW = "1 to %d values, none of them null".formatted(MOST_VALUES);
    private static final String WARD = "[A-Z0-9-]{1,20}";

    private final Set<String> factors;
    private final Set<String> emptyWards;
    private final List<Wrong> wrong = new ArrayList<>();
    private int clauses;

    private ReadQuery(Set<String> factors, Set<String> emptyWards) {
        this.factors = factors;
        this.emptyWards = emptyWards;
    }

    /**
     * The query.
     *
     * @param factors the codes of those that the asker may know of; any other is as if it did not exist
     * @param emptyWards in which no household lives: such a ward is none
     * @throws QueryRefused if anything is wrong with it
     */
    static SegmentQuery of(Clause clause, Set<String> factors, Set<String> emptyWards) {
        ReadQuery read = new ReadQuery(factors, emptyWards);
        SegmentQuery query = read.clause(clause, "", 1);
        if (!read.wrong.isEmpty()) {
            throw new QueryRefused(read.wrong);
        }
        return query;
    }

    /** What is wrong stands in for itself: nothing of it is asked. */
    private SegmentQuery refuse(String pointer, String expected) {
        wrong.add(new Wrong(pointer, expected));
        return new SegmentQuery.All(List.of());
    }

    private SegmentQuery clause(Clause clause, String at, int depth) {
        clauses++;
        if (clause == null || fields(clause) != 1) {
            return refuse(
                    at,
                    "exactly one of all, any, not, factor, bandAtLeast, scoreAtLeast, wardIn, tenureIn and children");
        }
        if (depth > DEEPEST) {
            return refuse(at, "at most %d clauses in one another".formatted(DEEPEST));
        }
        if (clauses > MOST_CLAUSES) {
            return refuse(at, "at most %d clauses in all".formatted(MOST_CLAUSES));
        }
        if (clause.all() != null) {
            return new SegmentQuery.All(parts(clause.all(), at + "/all", depth));
        }
        if (clause.any() != null) {
            return new SegmentQuery.Any(parts(clause.any(), at + "/any", depth));
        }
        return clause.not() == null
                ? leaf(clause, at)
                : new SegmentQuery.Not(clause(clause.not(), at + "/not", depth + 1));
    }

    private static long fields(Clause clause) {
        return Stream.of(
                        clause.all(),
                        clause.any(),
                        clause.not(),
                        clause.factor(),
                        clause.bandAtLeast(),
                        clause.scoreAtLeast(),
                        clause.wardIn(),
                        clause.tenureIn(),
                        clause.children())
                .filter(Objects::nonNull)
                .count();
    }

    private List<SegmentQuery> parts(List<Clause> clauses, String at, int depth) {
        if (clauses.isEmpty()) {
            return List.of(refuse(at, "at least one clause"));
        }
        List<SegmentQuery> parts = new ArrayList<>();
        for (int i = 0; i < clauses.size() && this.clauses <= MOST_CLAUSES; i++) {
            parts.add(clause(clauses.get(i), at + "/" + i, depth + 1));
        }
        return parts;
    }

    private SegmentQuery leaf(Clause clause, String at) {
        if (clause.factor() != null) {
            return factor(clause.factor(), at + "/factor");
        }
        if (clause.bandAtLeast() != null) {
            return new SegmentQuery.BandAtLeast(clause.bandAtLeast());
        }
        if (clause.scoreAtLeast() != null) {
            return new SegmentQuery.ScoreAtLeast(
                    number(clause.scoreAtLeast(), 1_000, at + "/scoreAtLeast").orElse(0));
        }
        if (clause.wardIn() != null) {
            return wards(clause.wardIn(), at + "/wardIn");
        }
        return clause.tenureIn() != null
                ? tenures(clause.tenureIn(), at + "/tenureIn")
                : children(clause.children(), at + "/children");
    }

    private SegmentQuery factor(Clause.OfFactor asked, String at) {
        if (asked.code() == null || !factors.contains(asked.code())) {
            return refuse(at + "/code", "a factor of the live edition: " + String.join(", ", new TreeSet<>(factors)));
        }
        if (asked.levelAtLeast() != null && asked.levelAtLeast() < 0) {
            return refuse(at + "/levelAtLeast", "pence, 0 or more");
        }
        return new SegmentQuery.HasFactor(
                asked.code(),
                asked.levelAtLeast() == null ? OptionalLong.empty() : OptionalLong.of(asked.levelAtLeast()),
                Optional.ofNullable(asked.trend()),
                number(asked.sinceDays(), MOST_DAYS, at + "/sinceDays"));
    }

    private SegmentQuery wards(List<String> wards, String at) {
        if (!isFew(wards)) {
            return refuse(at, FEW);
        }
        for (int i = 0; i < wards.size(); i++) {
            if (wards.get(i) == null || !wards.get(i).matches(WARD)) {
                return refuse(at + "/" + i, "the code of a ward: 1 to 20 capital letters, digits and hyphens");
            }
            if (emptyWards.contains(wards.get(i))) {
                return refuse(at + "/" + i, "a ward that a household is known to live in");
            }
        }
        return new SegmentQuery.WardIn(new TreeSet<>(wards));
    }

    private SegmentQuery tenures(List<Tenure> tenures, String at) {
        return isFew(tenures) && tenures.stream().allMatch(Objects::nonNull)
                ? new SegmentQuery.TenureIn(EnumSet.copyOf(tenures))
                : refuse(at, FEW);
    }

    private static boolean isFew(List<?> values) {
        return !values.isEmpty() && values.size() <= MOST_VALUES;
    }

    private SegmentQuery children(Clause.OfChildren asked, String at) {
        if (asked.atLeast() == null && asked.atMost() == null) {
            return refuse(at, "atLeast or atMost, or both");
        }
        return new SegmentQuery.Children(
                number(asked.atLeast(), MOST_CHILDREN, at + "/atLeast"),
                number(asked.atMost(), MOST_CHILDREN, at + "/atMost"));
    }

    private OptionalInt number(Integer given, int most, String at) {
        if (given == null) {
            return OptionalInt.empty();
        }
        if (given < 0 || given > most) {
            refuse(at, "a whole number, 0 to %,d".formatted(most));
        }
        return OptionalInt.of(given);
    }
}
