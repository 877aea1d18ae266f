package org.communitysolutions.shared.messaging;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event that a use case wants to have published.
 *
 * @param key events of one key keep their order: the subject, or the aggregate where there is no subject
 * @param subject whom the event is about, if known
 * @param occurredAt event time, when it happened; rules look at this and never at the wall clock
 * @param sensitivity at least that of the data's type
 * @param data a record marked with {@link Publishes}
 * @param cause the event that led to it, whose trace it continues; empty if the caller's command did
 */
public record Announcement(
        UUID key,
        Optional<UUID> subject,
        Instant occurredAt,
        Sensitivity sensitivity,
        Object data,
        Optional<Cause> cause) {

    public Announcement {
        if (PublishedEvent.of(data).sensitivity() == Sensitivity.RESTRICTED) {
            sensitivity = Sensitivity.RESTRICTED;
        }
    }

    /** An event about a subject that is known: the key it is ordered by. */
    public static Announcement about(UUID subject, Instant occurredAt, Object data) {
        return new Announcement(
                subject, Optional.of(subject), occurredAt, Sensitivity.STANDARD, data, Optional.empty());
    }

    /** An event about no subject, or about none that is known yet: ordered by the aggregate it belongs to. */
    public static Announcement ofAggregate(UUID aggregate, Instant occurredAt, Object data) {
        return new Announcement(aggregate, Optional.empty(), occurredAt, Sensitivity.STANDARD, data, Optional.empty());
    }

    /** The same, for those only who are cleared for restricted events. */
    public Announcement restricted() {
        return new Announcement(key, subject, occurredAt, Sensitivity.RESTRICTED, data, cause);
    }

    /** The same, led to by one event of a batch that is handled as a whole. */
    public Announcement causedBy(Cause event) {
        return new Announcement(key, subject, occurredAt, sensitivity, data, Optional.of(event));
    }
}
