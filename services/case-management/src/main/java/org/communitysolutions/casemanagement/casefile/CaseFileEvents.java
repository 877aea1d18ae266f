package org.communitysolutions.casemanagement.casefile;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.communitysolutions.casemanagement.casefile.domain.CaseEvent;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells others what happened to a case file; those cleared for it only where the file is restricted. */
public interface CaseFileEvents {

    Uni<Void> announce(Mutiny.Session session, Caller caller, Instant at, CaseEvent event);
}
