package org.communitysolutions.shared.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.communitysolutions.shared.transactions.Caller;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/** Gives each event to the handler of its type, one after another; an event that nobody handles is passed over. */
@ApplicationScoped
class EventHandlers {

    private final Map<String, EventHandler<?>> byType = new HashMap<>();
    private final String service;
    private final WireFormat wire;
    private final EventSpans spans;
    private final Clock clock;

    EventHandlers(
            @All List<EventHandler<?>> handlers,
            @ConfigProperty(name = "quarkus.application.name") String service,
            WireFormat wire,
            EventSpans spans,
            Clock clock) {
        for (EventHandler<?> handler : handlers) {
            String type = EventType.of(
                            handler.data().getAnnotation(Consumes.class).value())
                    .toString();
            if (byType.put(type, handler) != null) {
                throw new IllegalStateException("Two handlers for " + type);
            }
        }
        this.service = service;
        this.wire = wire;
        this.spans = spans;
        this.clock = clock;
    }

    Uni<Void> apply(Mutiny.Session session, List<ReceivedEvent> events) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (ReceivedEvent event : events) {
            EventHandler<?> handler = byType.get(event.type());
            if (handler != null) {
                all = all.chain(() -> traced(event, () -> handle(handler, session, event)));
            }
        }
        return all;
    }

    /**
     * Whether events of that type have an effect here. The others are passed over and leave no mark, so that a later
     * version of the service which handles them can still read them from the start.
     */
    boolean handles(String type) {
        return byType.containsKey(type);
    }

    private <T> Uni<Void> handle(EventHandler<T> handler, Mutiny.Session session, ReceivedEvent event) {
        T data;
        try {
            data = wire.mapper().readValue(event.data(), handler.data());
        } catch (JsonProcessingException e) {
            return Uni.createFrom().failure(new MalformedEvent("the data is not that of a " + event.type(), e));
        }
        return handler.handle(session, Caller.service(service, event.id()), event, data);
    }

    /** Runs the handler in the trace of the request that caused the event, in a span of its own if that trace is kept. */
    @SuppressWarnings("MustBeClosedChecker") // closed when the handler ends, which is not when this method returns
    private Uni<Void> traced(ReceivedEvent event, Supplier<Uni<Void>> handling) {
        return Uni.createFrom().deferred(() -> {
            Span span = spans.process(event.delivery(), clock.instant());
            Scope scope = contextOf(event, span).makeCurrent();
            return Uni.createFrom()
                    .deferred(handling::get)
                    .onFailure()
                    .invoke(failure ->
                            span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName()))
                    .onTermination()
                    .invoke(() -> {
                        scope.close();
                        span.end();
                    });
        });
    }

    private static Context contextOf(ReceivedEvent event, Span span) {
        if (event.sensitivity() == Sensitivity.RESTRICTED) {
            return Context.root();
        }
        return Context.root()
                .with(
                        span.getSpanContext().isValid()
                                ? span
                                : Span.wrap(TraceParent.read(event.traceParent().orElse(null))));
    }
}
