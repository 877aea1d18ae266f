package org.communitysolutions.risk.editions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitysolutions.risk.editions.persistence.EditionRows;
import org.communitysolutions.risk.rules.loading.EditionText;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows what was loaded, by whom, and what became of it. */
@ApplicationScoped
public class ReadEditions {

    private final Transactions transactions;
    private final EditionRows rows;

    ReadEditions(Transactions transactions, EditionRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /** An edition with its texts. */
    public record Whole(KeptEdition kept, EditionText text) {}

    /** A place in the list of editions. */
    public record Place(Instant loadedAt, String version) {}

    public Uni<Optional<Whole>> handle(Caller caller, String version) {
        return transactions.run(caller, session -> rows.find(session, version)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : rows.text(session, version).map(text -> text.map(texts -> new Whole(found.get(), texts)))));
    }

    /** Up to {@code most} editions, the latest first, from behind that place. */
    public Uni<List<KeptEdition>> list(Caller caller, Optional<Place> before, int most) {
        return transactions.run(caller, session -> rows.list(session, before, most));
    }
}
