package org.communitysolutions.local.tracing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** OpenTelemetry's spans as Zipkin's (API 2): the published server of Zipkin takes no others. */
final class ZipkinSpans {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Span.SpanKind> KINDS = Set.of(
            Span.SpanKind.SPAN_KIND_SERVER,
            Span.SpanKind.SPAN_KIND_CLIENT,
            Span.SpanKind.SPAN_KIND_PRODUCER,
            Span.SpanKind.SPAN_KIND_CONSUMER);
    private static final int NANOS_IN_MICRO = 1_000;

    private ZipkinSpans() {}

    /** The body of a POST to {@code /api/v2/spans}. */
    static String json(ExportTraceServiceRequest request) {
        ArrayNode all = JSON.createArrayNode();
        for (ResourceSpans resource : request.getResourceSpansList()) {
            String service = text(resource.getResource().getAttributesList(), "service.name");
            resource.getScopeSpansList()
                    .forEach(scope -> scope.getSpansList().forEach(span -> all.add(zipkin(span, service))));
        }
        return all.toString();
    }

    private static ObjectNode zipkin(Span span, String service) {
        ObjectNode written = JSON.createObjectNode()
                .put("traceId", hex(span.getTraceId()))
                .put("id", hex(span.getSpanId()))
                .put("name", span.getName())
                .put("timestamp", span.getStartTimeUnixNano() / NANOS_IN_MICRO)
                .put(
                        "duration",
                        Math.max(1, (span.getEndTimeUnixNano() - span.getStartTimeUnixNano()) / NANOS_IN_MICRO));
        if (!span.getParentSpanId().isEmpty()) {
            written.put("parentId", hex(span.getParentSpanId()));
        }
        if (KINDS.contains(span.getKind())) {
            written.put("kind", span.getKind().name().substring("SPAN_KIND_".length()));
        }
        written.putObject("localEndpoint").put("serviceName", service);
        ObjectNode tags = written.putObject("tags");
        span.getAttributesList().forEach(attribute -> tags.put(attribute.getKey(), text(attribute.getValue())));
        ArrayNode annotations = written.putArray("annotations");
        span.getEventsList().forEach(event -> annotations
                .addObject()
                .put("timestamp", event.getTimeUnixNano() / NANOS_IN_MICRO)
                .put("value", event.getName()));
        return written;
    }

    private static String text(List<KeyValue> attributes, String key) {
        return attributes.stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> text(attribute.getValue()))
                .findFirst()
                .orElse("unknown");
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case INT_VALUE -> Long.toString(value.getIntValue());
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            default -> value.getStringValue();
        };
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
