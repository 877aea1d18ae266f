package org.communitysolutions.risk.stream;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.risk.journal.EventData;
import org.communitysolutions.risk.links.HouseholdLink;
import org.communitysolutions.risk.rules.KnownEvent;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.shared.messaging.Cause;
import org.communitysolutions.shared.messaging.EventSpans;
import org.communitysolutions.shared.messaging.MalformedEvent;
import org.communitysolutions.shared.messaging.TraceParent;

/**
 * An event that Kafka brought. Its attributes are checked; its data is read when it is needed. Tens of thousands wait for
 * their batch at a time, so it is few objects: what can be made of others is made when it is asked for.
 */
public final class ArrivedEvent implements Arrival {

    private final TopicPartition partition;
    private final long offset;
    private final long timestamp;
    private final UUID id;
    private final Instant occurredAt;
    private final boolean restricted;
    private final byte[] data;
    /** Null for an event about no household. */
    private final UUID household;
    /** Null where it is the household's id. */
    private final String key;
    /** Null for an event of a type that the vocabulary does not know; then there is {@code otherType}. */
    private final KnownEvent kind;

    private final String otherType;
    /** Null for an event that belongs to no trace. */
    private final byte[] trace;

    /**
     * Takes over what was read of a record.
     *
     * @param partition the same instance for all of its records
     * @throws MalformedEvent if the record has no value
     */
    ArrivedEvent(
            ConsumerRecord<byte[], byte[]> record,
            TopicPartition partition,
            EventAttributes attributes,
            Optional<KnownEvent> kind) {
        if (record.value() == null) {
            throw new MalformedEvent("the record has no value");
        }
        this.partition = partition;
        this.offset = record.offset();
        this.timestamp = record.timestamp();
        this.id = attributes.id();
        this.occurredAt = attributes.occurredAt();
        this.kind = kind.orElse(null);
        this.otherType = kind.isPresent() ? null : attributes.type();
        this.restricted = attributes.isRestricted()
                || kind.filter(known -> known.clearance().isRestricted()).isPresent();
        this.household = attributes.household().orElse(null);
        this.key = attributes.isHousehold(record.key()) ? null : Origin.key(record);
        this.trace = attributes.trace();
        this.data = record.value();
    }

    @Override
    public TopicPartition partition() {
        return partition;
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public String key() {
        return key == null ? household.toString() : key;
    }

    @Override
    public Batch.HeldBack heldBack() {
        return new Batch.HeldBack(new Origin(partition, offset, timestamp, key()), headers(), text());
    }

    @Override
    public Arrival checked() {
        try {
            check();
            return this;
        } catch (MalformedEvent e) {
            return new Unreadable(heldBack(), e);
        }
    }

    public UUID id() {
        return id;
    }

    /** Whom it is about; empty if it is about none. */
    public Optional<UUID> household() {
        return Optional.ofNullable(household);
    }

    /** Without the prefix that all types share. */
    public String type() {
        return kind == null ? otherType : kind.type();
    }

    /** Event time, to the microsecond. */
    @Override
    public Instant occurredAt() {
        return occurredAt;
    }

    /** Whether only those cleared for restricted events may learn of it. */
    public boolean restricted() {
        return restricted;
    }

    /** The JSON object in UTF-8, on its way into the journal; nobody changes it. */
    public byte[] data() {
        return data;
    }

    /** The same as text. */
    public String text() {
        return Wire.text(data);
    }

    /** Whether it is for a household's history. */
    boolean isHistory() {
        return kind != null && household != null;
    }

    /**
     * As rules see it.
     *
     * @throws MalformedEvent if the data is not what the vocabulary says
     */
    PastEvent past() {
        return new PastEvent(id, kind, occurredAt, restricted, EventData.values(kind, data));
    }

    /** Whether it tells of a merge, or that one was taken back. */
    boolean tellsOfLinks() {
        return isHistory() && HouseholdLink.isToldBy(kind.type());
    }

    /**
     * What it tells of them.
     *
     * @throws MalformedEvent if it names a household by no id, or as merged into itself
     */
    List<HouseholdLink> links() {
        return HouseholdLink.of(past());
    }

    /**
     * Sees that its data is what it should be.
     *
     * @throws MalformedEvent if it is not a JSON object, or not what the vocabulary says of it
     */
    void check() {
        if (kind == null) {
            EventData.check(otherType, data);
        } else {
            EventData.values(kind, data);
        }
        if (tellsOfLinks()) {
            links();
        }
    }

    /** When Kafka took it in. */
    Instant recordedAt() {
        return Instant.ofEpochMilli(timestamp);
    }

    /** What is to be named as the cause of what it leads to. */
    public Cause cause() {
        return new Cause(id, traceParent());
    }

    /** Whether its handling leaves a span. A restricted event leaves none. */
    boolean isTraced() {
        return !restricted && TraceParent.isSampled(trace);
    }

    /** What that span says of it. */
    EventSpans.Delivery delivery() {
        return new EventSpans.Delivery(
                id,
                Wire.PREFIX + type(),
                partition.topic(),
                recordedAt(),
                traceParent().orElse(null),
                restricted);
    }

    private Optional<String> traceParent() {
        return Optional.ofNullable(trace).map(Wire::text);
    }

    /** The attributes that it was read by, as the headers that they came in. */
    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_type", Wire.PREFIX + type());
        headers.put("ce_source", "/" + type().substring(0, Math.max(0, type().indexOf('.'))));
        headers.put("ce_time", occurredAt.toString());
        headers.put("ce_sensitivity", restricted ? "restricted" : "standard");
        household().ifPresent(subject -> headers.put("ce_subject", subject.toString()));
        traceParent().ifPresent(parent -> headers.put("traceparent", parent));
        return headers;
    }
}
