package org.communitysolutions.risk.segments;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.segments.persistence.QueryRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows which queries were asked, by whom and for what, as far as the caller may know of what they name. */
@ApplicationScoped
public class ReadAskedQueries {

    private final Transactions transactions;
    private final QueryRows rows;

    ReadAskedQueries(Transactions transactions, QueryRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /** Up to {@code most} asked before that one, newest first. */
    public Uni<List<AskedQuery>> handle(Caller caller, Optional<UUID> before, int most) {
        return transactions.run(caller, session -> rows.before(session, before, most));
    }
}
