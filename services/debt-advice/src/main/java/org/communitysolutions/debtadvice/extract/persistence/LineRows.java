package org.communitysolutions.debtadvice.extract.persistence;

import static org.communitysolutions.debtadvice.extract.persistence.ReadingColumns.arrays;
import static org.communitysolutions.debtadvice.extract.persistence.ReadingColumns.column;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.communitysolutions.debtadvice.extract.ReportedLine;
import org.communitysolutions.debtadvice.extract.domain.AccountKind;
import org.communitysolutions.debtadvice.extract.domain.Reading;
import org.communitysolutions.debtadvice.extract.domain.Refusal;
import org.communitysolutions.debtadvice.extract.file.CheckedLine;
import org.hibernate.reactive.mutiny.Mutiny;

/** The lines of extracts. */
@ApplicationScoped
public class LineRows {

    private static final String STAGE = """
            insert into extract_line (extract_id, number, outcome, reason, detail, field, %s)
            select ?1, cast(number as integer), case when reason is not null then 'refused' end, reason, detail, field,
                   coalesce(account_reference, refused_reference), %s
            from unnest(%s) as row (number, reason, detail, field, refused_reference, %s)
            """.formatted(
                    ReadingColumns.NAMES,
                    ReadingColumns.TYPED.substring("account_reference, ".length()),
                    arrays(2, 17),
                    ReadingColumns.NAMES);

    private static final String NEXT = """
            select number, %s from extract_line
            where extract_id = ?1 and number > ?2 and outcome is null order by number limit ?3
            """.formatted(ReadingColumns.NAMES);

    private static final String SETTLE = """
            update extract_line line set outcome = row.outcome, reason = row.reason, detail = row.detail, field = row.field
            from unnest(%s) as row (number, outcome, reason, detail, field)
            where line.extract_id = ?1 and line.number = cast(row.number as integer)
            """.formatted(arrays(2, 6));

    private static final String LIST = """
            select number, outcome, account_reference, field, reason, detail from extract_line
            where extract_id = ?1 and number > ?2 and (cast(?3 as text) is null or outcome = ?3) order by number limit ?4
            """;

    private static final String PURGE = """
            delete from extract_line using account_extract e
            where extract_id = e.id and e.state = 'applied' and e.applied_at < now() - make_interval(days => ?1)
            """;

    /** A line that is to be applied. */
    public record Pending(int number, Reading reading) {}

    /**
     * What came of a line.
     *
     * @param refusal why, where it is refused
     */
    public record Settled(int number, ReportedLine.Outcome outcome, Optional<Refusal> refusal) {}

    /** Keeps lines of an extract that is arriving. */
    public Uni<Void> stage(Mutiny.Session session, UUID extract, List<CheckedLine> lines) {
        Mutiny.MutationQuery query = session.createNativeQuery(STAGE)
                .setParameter(1, extract)
                .setParameter(2, column(lines, CheckedLine::number))
                .setParameter(3, column(lines, refused(bad -> bad.refusal().code())))
                .setParameter(4, column(lines, refused(bad -> bad.refusal().sentence())))
                .setParameter(
                        5,
                        column(lines, refused(bad -> emptyAsNull(bad.refusal().field()))))
                .setParameter(6, column(lines, refused(CheckedLine.Bad::accountReference)));
        ReadingColumns.bind(query, 7, lines, line -> line instanceof CheckedLine.Good good ? good.reading() : null);
        return query.executeUpdate().replaceWithVoid();
    }

    /** The next lines to apply after that one, in the order of the file. */
    public Uni<List<Pending>> next(Mutiny.Session session, UUID extract, AccountKind kind, int after, int limit) {
        return session.createNativeQuery(NEXT, Object[].class)
                .setParameter(1, extract)
                .setParameter(2, after)
                .setParameter(3, limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Pending(((Number) row[0]).intValue(), ReadingColumns.read(kind, row, 1)))
                        .toList());
    }

    public Uni<Void> settle(Mutiny.Session session, UUID extract, List<Settled> lines) {
        return session.createNativeQuery(SETTLE)
                .setParameter(1, extract)
                .setParameter(2, column(lines, Settled::number))
                .setParameter(3, column(lines, line -> code(line.outcome())))
                .setParameter(4, column(lines, why(Refusal::code)))
                .setParameter(5, column(lines, why(Refusal::sentence)))
                .setParameter(6, column(lines, why(refusal -> emptyAsNull(refusal.field()))))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Lines after that number, in the order of the file; all of them where no outcome is asked for. */
    public Uni<List<ReportedLine>> list(
            Mutiny.Session session, UUID extract, Optional<ReportedLine.Outcome> outcome, int after, int limit) {
        return session.createNativeQuery(LIST, Object[].class)
                .setParameter(1, extract)
                .setParameter(2, after)
                .setParameter(3, outcome.map(LineRows::code).orElse(null))
                .setParameter(4, limit)
                .getResultList()
                .map(rows -> rows.stream().map(LineRows::reported).toList());
    }

    /** Lets the lines go of extracts that were applied so many days ago. */
    public Uni<Integer> purge(Mutiny.Session session, int days) {
        return session.createNativeQuery(PURGE).setParameter(1, days).executeUpdate();
    }

    private static ReportedLine reported(Object[] row) {
        return new ReportedLine(
                ((Number) row[0]).intValue(),
                Optional.ofNullable((String) row[1])
                        .map(code -> ReportedLine.Outcome.valueOf(code.toUpperCase(Locale.ROOT))),
                Optional.ofNullable((String) row[2]),
                Optional.ofNullable((String) row[3]),
                Optional.ofNullable((String) row[4]),
                Optional.ofNullable((String) row[5]));
    }

    private static String code(ReportedLine.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static Function<CheckedLine, Object> refused(Function<CheckedLine.Bad, Object> value) {
        return line -> line instanceof CheckedLine.Bad bad ? value.apply(bad) : null;
    }

    private static Function<Settled, Object> why(Function<Refusal, Object> value) {
        return line -> line.refusal().map(value).orElse(null);
    }

    private static String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
