package org.communitysolutions.debtadvice.extract.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.communitysolutions.debtadvice.extract.domain.AccountKind;
import org.communitysolutions.debtadvice.extract.domain.CouncilTaxReading;
import org.communitysolutions.debtadvice.extract.domain.FinancialYear;
import org.communitysolutions.debtadvice.extract.domain.Reading;
import org.communitysolutions.debtadvice.extract.domain.RecoveryStage;
import org.communitysolutions.debtadvice.extract.domain.RentReading;
import org.hibernate.reactive.mutiny.Mutiny;

/** A reading as the columns that lines and accounts have in common; those of the other kind of account are null. */
final class ReadingColumns {

    static final String NAMES = "account_reference, uprn, as_at, balance_pence, financial_year, instalment_pence, "
            + "first_due_on, instalments_due, instalments_paid, stage, weekly_rent_pence";

    /** The columns of unnested text arrays, each as its type. */
    static final String TYPED = "account_reference, uprn, cast(as_at as date), cast(balance_pence as bigint), "
            + "financial_year, cast(instalment_pence as bigint), cast(first_due_on as date), "
            + "cast(instalments_due as smallint), cast(instalments_paid as smallint), stage, "
            + "cast(weekly_rent_pence as bigint)";

    private static final List<Function<Reading, Object>> VALUES = List.of(
            Reading::accountReference,
            Reading::uprn,
            Reading::asAt,
            Reading::balancePence,
            councilTax(CouncilTaxReading::year),
            councilTax(CouncilTaxReading::instalmentPence),
            councilTax(CouncilTaxReading::firstDueOn),
            councilTax(CouncilTaxReading::instalmentsDue),
            councilTax(CouncilTaxReading::instalmentsPaid),
            councilTax(reading -> reading.stage().code()),
            reading -> reading instanceof RentReading rent ? rent.weeklyRentPence() : null);

    private ReadingColumns() {}

    /** The arguments of an unnest: a text array for each parameter from the first to the last. */
    static String arrays(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj("cast(?%d as text[])"::formatted)
                .collect(Collectors.joining(", "));
    }

    /** Binds the readings, null where there is none, from that parameter on. */
    static <T> void bind(Mutiny.MutationQuery query, int first, List<T> rows, Function<T, Reading> reading) {
        for (int i = 0; i < VALUES.size(); i++) {
            Function<Reading, Object> value = VALUES.get(i);
            query.setParameter(first + i, column(rows, row -> {
                Reading read = reading.apply(row);
                return read == null ? null : value.apply(read);
            }));
        }
    }

    static <T> String[] column(List<T> rows, Function<T, Object> value) {
        String[] column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            Object one = value.apply(rows.get(i));
            column[i] = one == null ? null : one.toString();
        }
        return column;
    }

    /** The reading whose columns begin there. */
    static Reading read(AccountKind kind, Object[] row, int first) {
        String reference = (String) row[first];
        String uprn = (String) row[first + 1];
        LocalDate asAt = (LocalDate) row[first + 2];
        long balance = ((Number) row[first + 3]).longValue();
        return switch (kind) {
            case COUNCIL_TAX ->
                new CouncilTaxReading(
                        reference,
                        uprn,
                        asAt,
                        balance,
                        FinancialYear.of((String) row[first + 4]),
                        ((Number) row[first + 5]).longValue(),
                        (LocalDate) row[first + 6],
                        ((Number) row[first + 7]).intValue(),
                        ((Number) row[first + 8]).intValue(),
                        RecoveryStage.of((String) row[first + 9]));
            case RENT -> new RentReading(reference, uprn, asAt, balance, ((Number) row[first + 10]).longValue());
        };
    }

    private static Function<Reading, Object> councilTax(Function<CouncilTaxReading, Object> value) {
        return reading -> reading instanceof CouncilTaxReading councilTax ? value.apply(councilTax) : null;
    }
}
