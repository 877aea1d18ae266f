package org.communitysolutions.debtadvice.extract;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The trace of the request that sent an extract, kept with it so that the events it leads to belong to that trace. */
public final class ImportTrace {

    private ImportTrace() {}

    /** The trace in progress as W3C Trace Context writes it; null where there is none. */
    public static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(),
                                span.getSpanId(),
                                span.getTraceFlags().asHex())
                : null;
    }

    /** Does the work as a part of that trace. */
    @SuppressWarnings("MustBeClosedChecker") // closed when the work ends, which is not when this method returns
    static <T> Uni<T> continued(Optional<String> traceParent, Supplier<Uni<T>> work) {
        if (traceParent.isEmpty()) {
            return work.get();
        }
        Context trace = W3CTraceContextPropagator.getInstance().extract(Context.root(), traceParent.get(), HEADER);
        Scope scope = trace.makeCurrent();
        return work.get().onTermination().invoke(scope::close);
    }

    private static final TextMapGetter<String> HEADER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceParent) {
            return List.of("traceparent");
        }

        @Override
        public String get(String traceParent, String key) {
            return key.equals("traceparent") ? traceParent : null;
        }
    };
}
