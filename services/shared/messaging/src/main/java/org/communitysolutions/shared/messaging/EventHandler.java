package org.communitysolutions.shared.messaging;

import io.smallrye.mutiny.Uni;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What a service does about one type of event. A bean; the inbox calls it once for each event, inside the transaction
 * that also keeps the event's seen mark.
 *
 * @param <T> the service's own record of the event, marked with {@link Consumes}
 */
public interface EventHandler<T> {

    /** The record that the event's data is read into. */
    Class<T> data();

    /**
     * Brings about the effect. A failure undoes the transaction: one of the database's passing troubles is tried again,
     * any other parks the event.
     *
     * @param caller the service itself, with the event as the cause of what follows
     */
    Uni<Void> handle(Mutiny.Session session, Caller caller, ReceivedEvent event, T data);
}
