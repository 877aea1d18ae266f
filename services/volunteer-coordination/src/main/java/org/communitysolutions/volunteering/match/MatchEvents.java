package org.communitysolutions.volunteering.match;

import io.smallrye.mutiny.Uni;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.volunteering.match.domain.MatchEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells the other services what happened to a match. */
public interface MatchEvents {

    /** Has the event published with the transaction. */
    Uni<Void> tell(Mutiny.Session session, Caller caller, MatchEvent event);
}
