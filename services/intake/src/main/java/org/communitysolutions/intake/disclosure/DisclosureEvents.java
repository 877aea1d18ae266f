package org.communitysolutions.intake.disclosure;

import io.smallrye.mutiny.Uni;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells of disclosures, to those only who are cleared. */
public interface DisclosureEvents {

    Uni<Void> disclosed(Mutiny.Session session, Caller caller, Disclosure disclosure);
}
