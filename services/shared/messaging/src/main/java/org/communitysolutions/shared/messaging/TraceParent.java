package org.communitysolutions.shared.messaging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import java.util.UUID;

/** The trace that an event belongs to, as W3C Trace Context writes it. */
final class TraceParent {

    private TraceParent() {}

    /** The span in progress; an unsampled trace of its own where tracing is off, so that the header is always there. */
    static String current() {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            return "00-%s-%s-%s"
                    .formatted(
                            span.getTraceId(),
                            span.getSpanId(),
                            span.getTraceFlags().asHex());
        }
        UUID random = UUID.randomUUID();
        return "00-%s-%s-00"
                .formatted(
                        TraceId.fromLongs(random.getMostSignificantBits(), random.getLeastSignificantBits()),
                        SpanId.fromLong(random.getLeastSignificantBits()));
    }
}
