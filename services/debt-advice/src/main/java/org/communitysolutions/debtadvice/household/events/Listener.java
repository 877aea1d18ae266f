package org.communitysolutions.debtadvice.household.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.communitysolutions.shared.messaging.Inbox;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what other services publish. */
@ApplicationScoped
class Listener {

    private final Inbox inbox;

    Listener(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("events")
    Uni<Void> receive(ConsumerRecords<String, String> polled) {
        return inbox.receive(polled);
    }
}
