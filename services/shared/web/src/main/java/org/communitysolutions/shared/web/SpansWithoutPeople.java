package org.communitysolutions.shared.web;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.communitysolutions.shared.messaging.EventSpans;

/**
 * Lets out of spans only what is named here: addresses hold ids of households, failures quote data, and what a library adds
 * to its spans next is not known. Spans that are marked as restricted stay inside.
 */
final class SpansWithoutPeople implements SpanExporter {

    private static final Set<String> ATTRIBUTES = Stream.of(
                    "http.request.method",
                    "http.response.status_code",
                    "http.route",
                    "error.type",
                    "exception.type",
                    "messaging.system",
                    "messaging.operation.name",
                    "messaging.operation.type",
                    "messaging.destination.name",
                    "messaging.consumer.group.name",
                    "cloudevents.event_id",
                    "cloudevents.event_type",
                    EventSpans.DELIVERY.getKey())
            .collect(toUnmodifiableSet());

    private final SpanExporter collector;

    SpansWithoutPeople(SpanExporter collector) {
        this.collector = collector;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        List<SpanData> kept = spans.stream()
                .filter(span -> !Boolean.TRUE.equals(span.getAttributes().get(EventSpans.RESTRICTED)))
                .<SpanData>map(Plain::new)
                .toList();
        return kept.isEmpty() ? CompletableResultCode.ofSuccess() : collector.export(kept);
    }

    @Override
    public CompletableResultCode flush() {
        return collector.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return collector.shutdown();
    }

    private static Attributes plain(Attributes attributes) {
        return attributes.toBuilder()
                .removeIf(key -> !ATTRIBUTES.contains(key.getKey()))
                .build();
    }

    /** A span with what may be known of it. */
    private static final class Plain extends DelegatingSpanData {

        private final Attributes attributes;

        Plain(SpanData span) {
            super(span);
            this.attributes = plain(span.getAttributes());
        }

        /** Of a request its method and route: where there is no route, other names would be the address. */
        @Override
        public String getName() {
            return getKind() == SpanKind.SERVER || getKind() == SpanKind.CLIENT
                    ? Stream.of("http.request.method", "http.route")
                            .map(key -> attributes.get(AttributeKey.stringKey(key)))
                            .filter(Objects::nonNull)
                            .reduce((method, route) -> method + " " + route)
                            .orElse("request")
                    : super.getName();
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public int getTotalAttributeCount() {
            return attributes.size();
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }

        @Override
        public List<EventData> getEvents() {
            return super.getEvents().stream()
                    .map(event ->
                            EventData.create(event.getEpochNanos(), event.getName(), plain(event.getAttributes())))
                    .toList();
        }
    }
}
