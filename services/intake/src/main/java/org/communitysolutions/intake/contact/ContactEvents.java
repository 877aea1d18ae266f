package org.communitysolutions.intake.contact;

import io.smallrye.mutiny.Uni;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells of what happens to contacts. */
public interface ContactEvents {

    Uni<Void> received(Mutiny.Session session, Caller caller, Contact contact);

    /** Tells how a contact was triaged; only one that was can be told of. */
    Uni<Void> triaged(Mutiny.Session session, Caller caller, Contact contact);
}
