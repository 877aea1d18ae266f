package org.communitysolutions.homelessness.duty;

import io.smallrye.mutiny.Uni;
import org.communitysolutions.homelessness.duty.domain.DutyEvent;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells the other services what happened to a duty. */
public interface DutyEvents {

    /** Has the event published with the transaction: restricted if the duty is. */
    Uni<Void> tell(Mutiny.Session session, Caller caller, DutyEvent event);
}
