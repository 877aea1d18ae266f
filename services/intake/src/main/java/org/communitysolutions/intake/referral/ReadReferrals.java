package org.communitysolutions.intake.referral;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.referral.persistence.ReferralRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows a referral, and keeps that it was shown; lists what came in. */
@ApplicationScoped
public class ReadReferrals {

    private final Transactions transactions;
    private final ReferralRows referrals;
    private final ReadAudit audit;

    ReadReferrals(Transactions transactions, ReferralRows referrals, ReadAudit audit) {
        this.transactions = transactions;
        this.referrals = referrals;
        this.audit = audit;
    }

    public Uni<Optional<Referral>> one(Caller caller, UUID id) {
        return transactions.run(caller, session -> referrals
                .find(session, id)
                .call(found ->
                        found.isEmpty() ? Uni.createFrom().voidItem() : audit.read(session, caller, "referral", id)));
    }

    /** All of them, the oldest first. */
    public Uni<List<Referral>> all(Caller caller, Optional<UUID> after, int limit) {
        return transactions.run(caller, session -> referrals.after(session, after, limit));
    }
}
