package org.communitysolutions.risk.decisions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.communitysolutions.risk.decisions.persistence.DecisionRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** Counts what people made of tasks, rule by rule. Restricted tasks are among them for specialists alone. */
@ApplicationScoped
public class ReadDecisions {

    private final Transactions transactions;
    private final DecisionRows rows;

    ReadDecisions(Transactions transactions, DecisionRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /** By rule and version, for the tasks that the period's events led to. */
    public Uni<List<RuleDecisions>> handle(Caller caller, Period period) {
        return transactions.run(caller, session -> rows.of(session, period));
    }
}
