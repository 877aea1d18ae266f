package org.communitysolutions.shared.messaging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import java.util.UUID;

/** The trace that an event belongs to, as W3C Trace Context writes it: {@code 00-<trace>-<span>-<flags>}. */
public final class TraceParent {

    private static final int LENGTH = 55;
    private static final int TRACE = 3;
    private static final int SPAN = 36;
    private static final int FLAGS = 53;

    private TraceParent() {}

    /** The span in progress; an unsampled trace of its own where tracing is off, so that the header is always there. */
    static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? of(span) : unsampled();
    }

    /** A trace of its own of which nothing is kept. */
    static String unsampled() {
        UUID random = UUID.randomUUID();
        return "00-%s-%s-00"
                .formatted(
                        TraceId.fromLongs(random.getMostSignificantBits(), random.getLeastSignificantBits()),
                        SpanId.fromLong(random.getLeastSignificantBits()));
    }

    static String of(SpanContext span) {
        return "00-%s-%s-%s"
                .formatted(
                        span.getTraceId(),
                        span.getSpanId(),
                        span.getTraceFlags().asHex());
    }

    /**
     * The span that is named there.
     *
     * @return an invalid one if the text is none of this form
     */
    static SpanContext read(String traceParent) {
        if (traceParent == null || traceParent.length() != LENGTH || !traceParent.startsWith("00-")) {
            return SpanContext.getInvalid();
        }
        return SpanContext.createFromRemoteParent(
                traceParent.substring(TRACE, SPAN - 1),
                traceParent.substring(SPAN, FLAGS - 1),
                isSampled(traceParent) ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                TraceState.getDefault());
    }

    /** Whether spans of that trace are kept; null says no. Cheap, for it is asked of every event. */
    static boolean isSampled(String traceParent) {
        return traceParent != null
                && traceParent.length() == LENGTH
                && (Character.digit(traceParent.charAt(LENGTH - 1), 16) & 1) == 1;
    }

    /** The same of the header as it came. */
    public static boolean isSampled(byte[] traceParent) {
        return traceParent != null
                && traceParent.length == LENGTH
                && (Character.digit(traceParent[LENGTH - 1], 16) & 1) == 1;
    }
}
