package org.communitysolutions.employment.job;

import io.smallrye.mutiny.Uni;
import org.communitysolutions.employment.job.domain.JobEvent;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells the other services what happened in a participant's work. */
public interface JobEvents {

    /** Has the event published with the transaction. */
    Uni<Void> tell(Mutiny.Session session, Caller caller, JobEvent event);
}
