package org.communitysolutions.shared.web;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends the spans of traces that are kept to a collector, by OTLP over HTTP. Without a collector no trace is kept, whatever a
 * caller asks for. Whether one is kept is decided where it begins and holds in all services, so that it is whole.
 */
class TraceExport {

    private static final Duration BETWEEN_BATCHES = Duration.ofSeconds(1);

    @Produces
    @Singleton
    Sampler sampler(
            @ConfigProperty(name = "traces.endpoint") Optional<String> endpoint,
            @ConfigProperty(name = "traces.ratio") double ratio) {
        return endpoint.isPresent() ? Sampler.parentBased(Sampler.traceIdRatioBased(ratio)) : Sampler.alwaysOff();
    }

    @Produces
    @Singleton
    SpanExporter exporter(@ConfigProperty(name = "traces.endpoint") Optional<String> endpoint) {
        return endpoint.<SpanExporter>map(collector -> new SpansWithoutPeople(OtlpHttpSpanExporter.builder()
                        .setEndpoint(collector + "/v1/traces")
                        .build()))
                .orElseGet(() -> SpanExporter.composite(List.of()));
    }

    @Produces
    @Singleton
    SpanProcessor processor(
            SpanExporter exporter, @ConfigProperty(name = "traces.endpoint") Optional<String> endpoint) {
        return endpoint.isPresent()
                ? BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(BETWEEN_BATCHES)
                        .build()
                : SpanProcessor.composite();
    }
}
