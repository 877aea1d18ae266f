package org.communitysolutions.local.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ZipkinSpansTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aSpanIsToldToZipkinWithItsServiceItsParentAndWhatHappenedInIt() throws Exception {
        Span span = Span.newBuilder()
                .setTraceId(bytes("0af7651916cd43dd8448eb211c80319c"))
                .setSpanId(bytes("b7ad6b7169203331"))
                .setParentSpanId(bytes("00f067aa0ba902b7"))
                .setName("process intake.events")
                .setKind(Span.SpanKind.SPAN_KIND_CONSUMER)
                .setStartTimeUnixNano(5_000_000)
                .setEndTimeUnixNano(7_000_000)
                .addAttributes(KeyValue.newBuilder()
                        .setKey("event.delivery_ms")
                        .setValue(AnyValue.newBuilder().setIntValue(12)))
                .addEvents(Span.Event.newBuilder().setName("recorded by Kafka").setTimeUnixNano(4_000_000))
                .build();

        String told = ZipkinSpans.json(ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder()
                                .addAttributes(KeyValue.newBuilder()
                                        .setKey("service.name")
                                        .setValue(AnyValue.newBuilder().setStringValue("risk"))))
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build());

        assertThat(JSON.readTree(told)).isEqualTo(JSON.readTree("""
                [{"traceId": "0af7651916cd43dd8448eb211c80319c", "id": "b7ad6b7169203331", "parentId": "00f067aa0ba902b7",
                  "name": "process intake.events", "kind": "CONSUMER", "timestamp": 5000, "duration": 2000,
                  "localEndpoint": {"serviceName": "risk"}, "tags": {"event.delivery_ms": "12"},
                  "annotations": [{"timestamp": 4000, "value": "recorded by Kafka"}]}]
                """));
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
