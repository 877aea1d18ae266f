package org.communitysolutions.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.communitysolutions.shared.messaging.EventSpans;
import org.junit.jupiter.api.Test;

class SpansWithoutPeopleTest {

    private static final String HOUSEHOLD = "01a20387-5b6c-7000-8000-0000000000aa";

    private final Collector collector = new Collector();
    private final SdkTracerProvider spans = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(new SpansWithoutPeople(collector)))
            .build();

    /** What left the service. */
    private static final class Collector implements SpanExporter {

        private final List<SpanData> received = new ArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            received.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    private Span begun(String name) {
        return spans.get("test").spanBuilder(name).setSpanKind(SpanKind.SERVER).startSpan();
    }

    @Test
    void aRequestIsToldByItsRouteAndNothingOfWhomItIsAbout() {
        begun("GET /households/" + HOUSEHOLD)
                .setAttribute("http.request.method", "GET")
                .setAttribute("http.route", "/households/{id}")
                .setAttribute("url.path", "/households/" + HOUSEHOLD)
                .setAttribute("client.address", "192.0.2.7")
                .recordException(new IllegalStateException("Sample Person lives at " + HOUSEHOLD))
                .setStatus(StatusCode.ERROR, HOUSEHOLD)
                .end();

        SpanData told = collector.received.getFirst();
        assertThat(told.getName()).isEqualTo("GET /households/{id}");
        assertThat(told.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(told.getAttributes() + " " + told.getEvents() + " " + told.getStatus())
                .contains("java.lang.IllegalStateException")
                .doesNotContain(HOUSEHOLD, "Sample", "192.0.2.7");
    }

    @Test
    void aRequestWithoutARouteIsToldByItsMethodAlone() {
        begun("GET /" + HOUSEHOLD).setAttribute("http.request.method", "GET").end();

        assertThat(collector.received).extracting(SpanData::getName).containsExactly("GET");
    }

    @Test
    void whatLedToSomethingRestrictedDoesNotLeave() {
        begun("POST /tasks").setAttribute(EventSpans.RESTRICTED, true).end();

        assertThat(collector.received).isEmpty();
    }
}
