package org.communitysolutions.shared.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
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
            select cast(id as uuid), destination, record_key, type, source, subject, cast(occurred_at as timestamptz),
                   dataschema, sensitivity, causation_id, traceparent, data
            from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]),
                        cast(?5 as text[]), cast(?6 as text[]), cast(?7 as text[]), cast(?8 as text[]),
                        cast(?9 as text[]), cast(?10 as text[]), cast(?11 as text[]), cast(?12 as text[]))
                 with ordinality as row (id, destination, record_key, type, source, subject, occurred_at, dataschema,
                                         sensitivity, causation_id, traceparent, data, position)
            order by position
            """;

    private final String service;
    private final String source;
    private final WireFormat wire;
    private final EventSpans spans;
    private final Map<String, Names> names = new ConcurrentHashMap<>();

    Outbox(@ConfigProperty(name = "quarkus.application.name") String service, WireFormat wire, EventSpans spans) {
        this.service = service;
        this.source = "/" + service;
        this.wire = wire;
        this.spans = spans;
    }

    /** Appends the events in the order given; for a key, that is the order in which they are published. */
    public Uni<Void> append(Mutiny.Session session, Caller caller, List<Announcement> announcements) {
        if (announcements.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<OutboxRow> rows = rows(caller.commandId(), announcements).toList();
        return session.createNativeQuery(APPEND)
                .setParameter(1, column(rows, row -> row.id().toString()))
                .setParameter(2, column(rows, OutboxRow::destination))
                .setParameter(3, column(rows, OutboxRow::recordKey))
                .setParameter(4, column(rows, OutboxRow::type))
                .setParameter(5, column(rows, OutboxRow::source))
                .setParameter(6, column(rows, OutboxRow::subject))
                .setParameter(7, column(rows, row -> row.occurredAt().toString()))
                .setParameter(8, column(rows, OutboxRow::dataschema))
                .setParameter(9, column(rows, OutboxRow::sensitivity))
                .setParameter(10, column(rows, OutboxRow::causationId))
                .setParameter(11, column(rows, OutboxRow::traceparent))
                .setParameter(12, column(rows, OutboxRow::data))
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * The rows of the events, one after another, for a service that writes them by other means in the transaction of their
     * change.
     *
     * @param command what led to those events that have no cause of their own
     */
    public Stream<OutboxRow> rows(UUID command, List<Announcement> announcements) {
        String current = traceInProgress(announcements);
        return announcements.stream().map(announcement -> row(announcement, command, current));
    }

    /** What leads to a restricted event is in no trace that is kept, lest one be told by the span that has no sequel. */
    private static String traceInProgress(List<Announcement> announcements) {
        for (Announcement announcement : announcements) {
            if (announcement.cause().isEmpty() && announcement.sensitivity() == Sensitivity.RESTRICTED) {
                Span.current().setAttribute(EventSpans.RESTRICTED, true);
                return TraceParent.unsampled();
            }
        }
        return TraceParent.current();
    }

    /** What an event's type and schema are called. */
    private record Names(String type, String schema) {}

    private Names names(String event) {
        EventType type = EventType.of(service, event);
        return new Names(type.toString(), type.schema().toString());
    }

    private OutboxRow row(Announcement announcement, UUID command, String trace) {
        Names names = this.names.computeIfAbsent(
                PublishedEvent.of(announcement.data()).event(), this::names);
        Optional<Cause> cause = announcement.cause();
        UUID id = Uuid7.next();
        return new OutboxRow(
                id,
                destination(announcement),
                announcement.key().toString(),
                names.type(),
                source,
                announcement.subject().map(UUID::toString).orElse(null),
                announcement.occurredAt(),
                names.schema(),
                announcement.sensitivity().code(),
                cause.map(Cause::event).orElse(command).toString(),
                announcement.sensitivity() == Sensitivity.RESTRICTED
                        ? TraceParent.unsampled()
                        : spans.written(
                                cause.flatMap(Cause::traceParent).orElse(trace), topic(announcement), names.type(), id),
                json(announcement.data()));
    }

    public Uni<Void> append(Mutiny.Session session, Caller caller, Announcement announcement) {
        return append(session, caller, List.of(announcement));
    }

    /** The topic; marked when the event has no subject, because a header must then be absent and not empty. */
    private String destination(Announcement announcement) {
        String topic = topic(announcement);
        return announcement.subject().isPresent() ? topic : topic + "~without-subject";
    }

    private String topic(Announcement announcement) {
        return announcement.sensitivity() == Sensitivity.RESTRICTED
                ? service + ".events.restricted"
                : service + ".events";
    }

    private String json(Object data) {
        try {
            return wire.mapper().writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(data.getClass().getName() + " cannot be written as JSON", e);
        }
    }

    private static String[] column(List<OutboxRow> rows, Function<OutboxRow, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
