package org.communitysolutions.shared.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Holds bodies to {@code bodies.largest}. Only {@code text/csv}, which a resource reads line by line, may be larger: up
 * to {@code quarkus.http.limits.max-body-size}.
 */
@ApplicationScoped
class BodySizes {

    /** Just after the server's own limit, and before anything reads the body. */
    private static final int PRIORITY = 1;

    private final long largest;
    private final ObjectMapper json;

    BodySizes(@ConfigProperty(name = "bodies.largest") MemorySize largest, ObjectMapper json) {
        this.largest = largest.asLongValue();
        this.json = json;
    }

    void hold(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext request) {
        if (isStreamed(request)) {
            request.next();
            return;
        }
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > largest) {
            refuse(request);
            return;
        }
        // A body that does not say its length is counted while it is read, against this.
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largest);
        request.next();
    }

    private static boolean isStreamed(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/csv");
    }

    /** Answers at once and hangs up: the client may be sending for a long time yet. */
    private void refuse(RoutingContext request) {
        request.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .endHandler(sent -> request.request().connection().close());
        request.response().end(text(tooLarge()));
    }

    private Problem tooLarge() {
        return new Problem(
                413,
                "body-too-large",
                "The body is too large",
                "A body of this type may have %d bytes at most.".formatted(largest),
                List.of());
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is always writable as JSON", e);
        }
    }
}
