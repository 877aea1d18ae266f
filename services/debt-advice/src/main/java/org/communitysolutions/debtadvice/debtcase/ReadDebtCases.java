package org.communitysolutions.debtadvice.debtcase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.debtadvice.debtcase.persistence.DebtCaseRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows debt cases to someone, and keeps that they were shown. */
@ApplicationScoped
public class ReadDebtCases {

    private final Transactions transactions;
    private final DebtCaseRows cases;
    private final ReadAudit audit;

    ReadDebtCases(Transactions transactions, DebtCaseRows cases, ReadAudit audit) {
        this.transactions = transactions;
        this.cases = cases;
        this.audit = audit;
    }

    public Uni<Optional<KeptDebtCase>> handle(Caller caller, UUID id) {
        return transactions.run(caller, session -> cases.find(session, id)
                .call(found ->
                        found.isEmpty() ? Uni.createFrom().voidItem() : audit.read(session, caller, "debt-case", id)));
    }

    /** The cases of a household after that one, the oldest first. */
    public Uni<List<KeptDebtCase>> ofHousehold(Caller caller, UUID household, Optional<UUID> after, int limit) {
        return transactions.run(caller, session -> audit.read(session, caller, "household", household)
                .chain(() -> cases.ofHousehold(session, household, after, limit)));
    }
}
