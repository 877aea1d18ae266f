package org.communitysolutions.casemanagement.task.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.communitysolutions.shared.messaging.Inbox;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to what risk tells. */
@ApplicationScoped
class RiskEvents {

    private final Inbox inbox;

    RiskEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("events")
    Uni<Void> receive(ConsumerRecords<String, String> polled) {
        return inbox.receive(polled);
    }
}
