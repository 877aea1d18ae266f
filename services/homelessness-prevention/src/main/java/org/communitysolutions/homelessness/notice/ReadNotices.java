package org.communitysolutions.homelessness.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows notices, and keeps whose were shown to whom; what was asked for in vain is kept by its own id. */
@ApplicationScoped
public class ReadNotices {

    private final Transactions transactions;
    private final Notices notices;
    private final ReadAudit audit;

    ReadNotices(Transactions transactions, Notices notices, ReadAudit audit) {
        this.transactions = transactions;
        this.notices = notices;
        this.audit = audit;
    }

    public Uni<Optional<Notice>> byId(Caller caller, UUID id) {
        return transactions.run(caller, session -> notices.find(session, id)
                .call(found -> found.isPresent()
                        ? audit.read(session, caller, "household", found.get().householdId())
                        : audit.read(session, caller, "notice", id)));
    }

    public Uni<List<Notice>> ofHousehold(Caller caller, UUID household, Optional<UUID> after, int most) {
        return transactions.run(caller, session -> notices.ofHousehold(session, household, after, most)
                .call(() -> audit.read(session, caller, "household", household)));
    }
}
