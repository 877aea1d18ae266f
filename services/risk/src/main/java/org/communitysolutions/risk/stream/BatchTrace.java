package org.communitysolutions.risk.stream;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Cause;
import org.communitysolutions.shared.messaging.EventSpans;

/**
 * The spans of a batch: one for each of its events whose trace is kept, from the planning to the commit. What an event leads
 * to belongs to its span. Where no trace is kept it costs a look at a byte of each event.
 */
final class BatchTrace {

    private final EventSpans spans;
    private final Instant takenUp;
    private final Map<UUID, Span> open = new HashMap<>(0);

    BatchTrace(EventSpans spans, Instant takenUp) {
        this.spans = spans;
        this.takenUp = takenUp;
    }

    /** The same batch, whose announcements belong to the spans of what they follow from. */
    Batch begin(Batch batch) {
        for (ArrivedEvent event : batch.journal()) {
            if (event.isTraced()) {
                open.put(event.id(), spans.process(event.delivery(), takenUp));
            }
        }
        if (open.isEmpty()) {
            return batch;
        }
        List<Announcement> announcements = new ArrayList<>(batch.announcements().size());
        batch.announcements().forEach(announcement -> announcements.add(traced(announcement)));
        return batch.withAnnouncements(announcements);
    }

    private Announcement traced(Announcement announcement) {
        return announcement
                .cause()
                .map(Cause::event)
                .map(open::get)
                .flatMap(EventSpans::header)
                .map(header -> announcement.causedBy(
                        new Cause(announcement.cause().orElseThrow().event(), Optional.of(header))))
                .orElse(announcement);
    }

    void committed() {
        open.values().forEach(Span::end);
    }

    void failed(Exception failure) {
        for (Span span : open.values()) {
            span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
            span.end();
        }
    }
}
