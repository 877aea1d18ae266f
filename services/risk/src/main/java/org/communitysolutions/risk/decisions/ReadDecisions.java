package org.communitysolutions.risk.decisions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.communitysolutions.risk.decisions.persistence.DecisionRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** Counts what people made of tasks, rule by rule and proposal by proposal. Restricted tasks are among them for specialists alone. */
@ApplicationScoped
public class ReadDecisions {

    private final Transactions transactions;
    private final DecisionRows rows;

    ReadDecisions(Transactions transactions, DecisionRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /** For the tasks that the period's events led to, and those that outreach asked for in it. */
    public Uni<AllDecisions> handle(Caller caller, Period period) {
        return transactions.run(caller, session -> rows.ofRules(session, period)
                .chain(rules -> rows.ofOutreach(session, period).map(outreach -> new AllDecisions(rules, outreach))));
    }
}
