package org.communitysolutions.shared.messaging;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Uuid7;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The spans of an event on its way: one where it is written into the outbox, one in each service that handles it
 * (OpenTelemetry's semantic conventions for messaging, 1.37). Only traces that are kept have them; the others cost a look at
 * the event's header.
 *
 * <p>A restricted event has none and belongs to no trace that is kept, and neither has the request or event that led to it:
 * whoever may look at traces could tell a disclosure by them (decision 11).
 */
@ApplicationScoped
public class EventSpans {

    /** Marks a span that must not leave the service, because what it is about led to a restricted event. */
    public static final AttributeKey<Boolean> RESTRICTED = AttributeKey.booleanKey("restricted");

    /** Milliseconds from the writing of the outbox row until the event is taken up. */
    public static final AttributeKey<Long> DELIVERY = AttributeKey.longKey("event.delivery_ms");

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.name");
    private static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> GROUP = AttributeKey.stringKey("messaging.consumer.group.name");
    private static final AttributeKey<String> EVENT_ID = AttributeKey.stringKey("cloudevents.event_id");
    private static final AttributeKey<String> EVENT_TYPE = AttributeKey.stringKey("cloudevents.event_type");

    private final Tracer tracer;
    private final String service;

    EventSpans(Tracer tracer, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.tracer = tracer;
        this.service = service;
    }

    /**
     * An event that came.
     *
     * @param type without the prefix that all types share, or with it
     * @param traceParent the header; null if there was none
     */
    public record Delivery(
            UUID id, String type, String topic, Instant recordedAt, String traceParent, boolean restricted) {

        boolean isTraced() {
            return !restricted && TraceParent.isSampled(traceParent);
        }
    }

    /**
     * The trace that an event's row carries on: that of a span for its writing where the trace is kept, else the one given.
     *
     * @param parent what led to the event
     */
    String written(String parent, String topic, String type, UUID event) {
        if (!TraceParent.isSampled(parent)) {
            return parent;
        }
        Span span = span("create", topic, type, event, parent)
                .setSpanKind(SpanKind.PRODUCER)
                .startSpan();
        span.end();
        return isKept(span) ? TraceParent.of(span.getSpanContext()) : parent;
    }

    /** Where there is no collector nothing is, and traces are passed on as they come. */
    private static boolean isKept(Span span) {
        return span.getSpanContext().isSampled();
    }

    /**
     * Begins the span of an event's handling. It tells when the event was written and when Kafka recorded it, each by the clock
     * of the machine that did so, so that the way through Kafka Connect can be seen.
     *
     * @param takenUp when the handling began
     * @return to be ended by the caller; an invalid span if the event leaves none
     */
    public Span process(Delivery delivery, Instant takenUp) {
        if (!delivery.isTraced()) {
            return Span.getInvalid();
        }
        SpanBuilder builder = span("process", delivery.topic(), delivery.type(), delivery.id(), delivery.traceParent())
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute(GROUP, service)
                .setStartTimestamp(takenUp);
        Optional<Instant> written = Uuid7.madeAt(delivery.id());
        written.ifPresent(then -> builder.setAttribute(DELIVERY, takenUp.toEpochMilli() - then.toEpochMilli()));
        Span span = builder.startSpan();
        if (!isKept(span)) {
            return Span.getInvalid();
        }
        written.ifPresent(then -> span.addEvent("written to the outbox", then));
        return span.addEvent("recorded by Kafka", delivery.recordedAt());
    }

    /** The header by which what follows belongs to that span. */
    public static Optional<String> header(Span span) {
        SpanContext context = span.getSpanContext();
        return context.isValid() ? Optional.of(TraceParent.of(context)) : Optional.empty();
    }

    private SpanBuilder span(String operation, String topic, String type, UUID event, String parent) {
        return tracer.spanBuilder(operation + " " + topic)
                .setParent(Context.root().with(Span.wrap(TraceParent.read(parent))))
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(OPERATION, operation)
                .setAttribute(OPERATION_TYPE, operation)
                .setAttribute(DESTINATION, topic)
                .setAttribute(EVENT_ID, event.toString())
                .setAttribute(EVENT_TYPE, type);
    }
}
