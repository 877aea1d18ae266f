package org.communitysolutions.local.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.communitysolutions.local.tracing.TraceReceiver;

/** What the services sent to their collector, and requests whose sender asks for their trace to be kept. */
final class Traces implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Queue<Seen> spans = new ConcurrentLinkedQueue<>();
    private final TraceReceiver receiver = new TraceReceiver(this::keep);
    private final HttpClient client = HttpClient.newHttpClient();

    /** A span as it came. */
    record Seen(String service, Span span) {

        String trace() {
            return HexFormat.of().formatHex(span.getTraceId().toByteArray());
        }

        String name() {
            return span.getName();
        }

        Map<String, String> attributes() {
            Map<String, String> attributes = new HashMap<>();
            for (KeyValue attribute : span.getAttributesList()) {
                attributes.put(
                        attribute.getKey(),
                        attribute.getValue().hasIntValue()
                                ? Long.toString(attribute.getValue().getIntValue())
                                : attribute.getValue().getStringValue());
            }
            return attributes;
        }

        boolean follows(Seen parent) {
            return span.getParentSpanId().equals(parent.span.getSpanId());
        }

        List<String> happenings() {
            return span.getEventsList().stream().map(Span.Event::getName).toList();
        }

        @Override
        public String toString() {
            return service + ": " + name() + " " + attributes();
        }
    }

    private void keep(ExportTraceServiceRequest request) {
        for (ResourceSpans resource : request.getResourceSpansList()) {
            String service = resource.getResource().getAttributesList().stream()
                    .filter(attribute -> attribute.getKey().equals("service.name"))
                    .findFirst()
                    .orElseThrow()
                    .getValue()
                    .getStringValue();
            resource.getScopeSpansList()
                    .forEach(scope -> scope.getSpansList().forEach(span -> spans.add(new Seen(service, span))));
        }
    }

    URI collector() {
        return receiver.address();
    }

    List<Seen> all() {
        return List.copyOf(spans);
    }

    List<Seen> of(String trace) {
        return spans.stream().filter(seen -> seen.trace().equals(trace)).toList();
    }

    /** The one span of a trace in a service with that name and, if one is given, about an event of that type. */
    Seen one(String trace, String service, String name, String... type) {
        return of(trace).stream()
                .filter(seen -> seen.service().equals(service) && seen.name().equals(name))
                .filter(seen -> Arrays.stream(type)
                        .allMatch(wanted -> wanted.equals(seen.attributes().get("cloudevents.event_type"))))
                .findFirst()
                .orElse(null);
    }

    /** Sends JSON in that trace, which is to be kept. */
    int post(String trace, String token, URI address, Map<String, ?> body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    @Override
    public void close() {
        receiver.close();
        client.close();
    }
}
