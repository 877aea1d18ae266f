package org.communitysolutions.debtadvice.extract.persistence;

import static org.communitysolutions.debtadvice.extract.persistence.ReadingColumns.arrays;
import static org.communitysolutions.debtadvice.extract.persistence.ReadingColumns.column;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.communitysolutions.debtadvice.extract.domain.Account;
import org.communitysolutions.debtadvice.extract.domain.AccountKind;
import org.communitysolutions.debtadvice.extract.domain.Signal;
import org.hibernate.reactive.mutiny.Mutiny;

/** Accounts as they were last read, and the instalments that have been told of. */
@ApplicationScoped
public class AccountRows {

    private static final String NAMED = """
            select id, household_id, extract_id, %s from account
            where kind = ?1 and account_reference = any (cast(?2 as text[]))
            """.formatted(ReadingColumns.NAMES);

    private static final String TOLD = """
            select account_id, financial_year, instalment from missed_instalment
            where account_id = any (cast(cast(?1 as text[]) as uuid[]))
            """;

    private static final String SAVE = """
            insert into account (id, household_id, kind, extract_id, %1$s)
            select cast(id as uuid), cast(household_id as uuid), ?1, ?2, %2$s
            from unnest(%3$s) as row (id, household_id, %1$s)
            on conflict (id) do update set
                household_id = excluded.household_id, extract_id = excluded.extract_id, uprn = excluded.uprn,
                as_at = excluded.as_at, balance_pence = excluded.balance_pence,
                financial_year = excluded.financial_year, instalment_pence = excluded.instalment_pence,
                first_due_on = excluded.first_due_on, instalments_due = excluded.instalments_due,
                instalments_paid = excluded.instalments_paid, stage = excluded.stage,
                weekly_rent_pence = excluded.weekly_rent_pence
            """.formatted(ReadingColumns.NAMES, ReadingColumns.TYPED, arrays(3, 15));

    private static final String TELL = """
            insert into missed_instalment (account_id, financial_year, instalment, due_on)
            select cast(account_id as uuid), financial_year, cast(instalment as smallint), cast(due_on as date)
            from unnest(%s) as row (account_id, financial_year, instalment, due_on)
            """.formatted(arrays(1, 4));

    /**
     * An account and the extract that named it last.
     *
     * @param told for each financial year the missed instalments that have been told of
     */
    public record Stored(Account account, UUID extract, Map<String, Set<Integer>> told) {}

    /** A missed instalment that is told of now. */
    public record Told(UUID account, Signal.InstalmentMissed missed) {}

    /** The accounts of these references, by reference. */
    public Uni<Map<String, Stored>> named(Mutiny.Session session, AccountKind kind, List<String> references) {
        return session.createNativeQuery(NAMED, Object[].class)
                .setParameter(1, kind.code())
                .setParameter(2, references.toArray(String[]::new))
                .getResultList()
                .chain(rows -> told(session, rows).map(told -> stored(kind, rows, told)));
    }

    /** Saves accounts that this extract named. */
    public Uni<Void> save(Mutiny.Session session, AccountKind kind, UUID extract, List<Account> accounts) {
        if (accounts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Mutiny.MutationQuery query = session.createNativeQuery(SAVE)
                .setParameter(1, kind.code())
                .setParameter(2, extract)
                .setParameter(3, column(accounts, Account::id))
                .setParameter(4, column(accounts, Account::household));
        ReadingColumns.bind(query, 5, accounts, Account::latest);
        return query.executeUpdate().replaceWithVoid();
    }

    /** Keeps that these instalments have been told of. */
    public Uni<Void> tell(Mutiny.Session session, List<Told> missed) {
        if (missed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(TELL)
                .setParameter(1, column(missed, Told::account))
                .setParameter(2, column(missed, told -> told.missed().year()))
                .setParameter(3, column(missed, told -> told.missed().instalment()))
                .setParameter(4, column(missed, told -> told.missed().dueOn()))
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Map<UUID, Map<String, Set<Integer>>>> told(Mutiny.Session session, List<Object[]> accounts) {
        if (accounts.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery(TOLD, Object[].class)
                .setParameter(1, column(accounts, row -> row[0]))
                .getResultList()
                .map(rows -> {
                    Map<UUID, Map<String, Set<Integer>>> told = new HashMap<>();
                    for (Object[] row : rows) {
                        told.computeIfAbsent((UUID) row[0], account -> new HashMap<>())
                                .computeIfAbsent((String) row[1], year -> new HashSet<>())
                                .add(((Number) row[2]).intValue());
                    }
                    return told;
                });
    }

    private static Map<String, Stored> stored(
            AccountKind kind, List<Object[]> rows, Map<UUID, Map<String, Set<Integer>>> told) {
        return rows.stream()
                .map(row -> new Stored(
                        new Account((UUID) row[0], (UUID) row[1], ReadingColumns.read(kind, row, 3)),
                        (UUID) row[2],
                        told.getOrDefault((UUID) row[0], Map.of())))
                .collect(Collectors.toMap(stored -> stored.account().latest().accountReference(), stored -> stored));
    }
}
