package org.communitysolutions.shared.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Uuid7;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Writes events beside the change they tell of, in the use case's own session. Debezium carries the rows to Kafka, so
 * an event is published exactly when its transaction commits.
 */
@ApplicationScoped
public class Outbox {

    private static final String APPEND = """
            insert into outbox (id, destination, record_key, type, source, subject, occurred_at, dataschema,
                                sensitivity, causation_id, traceparent, data)
            select cast(id as uuid), destination, record_key, type, ?9, subject, cast(occurred_at as timestamptz),
                   dataschema, sensitivity, causation_id, traceparent, data
            from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]),
                        cast(?5 as text[]), cast(?6 as text[]), cast(?7 as text[]), cast(?8 as text[]),
                        cast(?10 as text[]), cast(?11 as text[]), cast(?12 as text[]))
                 with ordinality as row (id, destination, record_key, type, subject, occurred_at, dataschema,
                                         sensitivity, causation_id, traceparent, data, position)
            order by position
            """;

    private final String service;
    private final WireFormat wire;

    Outbox(@ConfigProperty(name = "quarkus.application.name") String service, WireFormat wire) {
        this.service = service;
        this.wire = wire;
    }

    /** Appends the events in the order given; for a key, that is the order in which they are published. */
    public Uni<Void> append(Mutiny.Session session, Caller caller, List<Announcement> announcements) {
        if (announcements.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String current = TraceParent.current();
        return session.createNativeQuery(APPEND)
                .setParameter(1, column(announcements, a -> Uuid7.next().toString()))
                .setParameter(2, column(announcements, this::destination))
                .setParameter(3, column(announcements, a -> a.key().toString()))
                .setParameter(4, column(announcements, a -> EventType.of(
                                service, a.type().value())
                        .toString()))
                .setParameter(5, column(announcements, a -> a.subject()
                        .map(UUID::toString)
                        .orElse(null)))
                .setParameter(6, column(announcements, a -> a.occurredAt().toString()))
                .setParameter(7, column(announcements, a -> EventType.of(
                                service, a.type().value())
                        .schema()
                        .toString()))
                .setParameter(8, column(announcements, a -> a.sensitivity().code()))
                .setParameter(9, "/" + service)
                .setParameter(10, column(announcements, a -> a.cause()
                        .map(ReceivedEvent::id)
                        .orElse(caller.commandId())
                        .toString()))
                .setParameter(11, column(announcements, a -> a.cause()
                        .flatMap(ReceivedEvent::traceParent)
                        .orElse(current)))
                .setParameter(12, column(announcements, a -> json(a.data())))
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> append(Mutiny.Session session, Caller caller, Announcement announcement) {
        return append(session, caller, List.of(announcement));
    }

    /** The topic; marked when the event has no subject, because a header must then be absent and not empty. */
    private String destination(Announcement announcement) {
        String topic = announcement.sensitivity() == Sensitivity.RESTRICTED
                ? service + ".events.restricted"
                : service + ".events";
        return announcement.subject().isPresent() ? topic : topic + "~without-subject";
    }

    private String json(Object data) {
        try {
            return wire.mapper().writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(data.getClass().getName() + " cannot be written as JSON", e);
        }
    }

    private static String[] column(List<Announcement> announcements, Function<Announcement, String> value) {
        return announcements.stream().map(value).toArray(String[]::new);
    }
}
