package org.communitysolutions.risk.stream.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.communitysolutions.shared.messaging.EventBatch;
import org.communitysolutions.shared.messaging.Inbox;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** All events of the other services, as Kafka hands them over. */
@ApplicationScoped
class EventStream {

    private final Inbox inbox;
    private final EventBatch work;

    EventStream(Inbox inbox, EventBatch work) {
        this.inbox = inbox;
        this.work = work;
    }

    @Incoming("events")
    Uni<Void> receive(ConsumerRecords<String, String> polled) {
        return inbox.receive(polled, work);
    }
}
