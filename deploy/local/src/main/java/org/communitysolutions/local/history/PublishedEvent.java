package org.communitysolutions.local.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** An event as it stands on its topic: CloudEvents in binary mode, its attributes as headers. */
public final class PublishedEvent {

    private static final Header SPECIFICATION = header("ce_specversion", "1.0");
    private static final Header CONTENT = header("content-type", "application/json");
    private static final Map<EventType, Constant> CONSTANT = new EnumMap<>(EventType.class);

    static {
        for (EventType type : EventType.values()) {
            CONSTANT.put(
                    type,
                    new Constant(
                            header("ce_source", type.source()),
                            header("ce_type", type.type()),
                            header("ce_dataschema", type.dataSchema()),
                            header("ce_sensitivity", type.sensitivity())));
        }
    }

    /** Headers that all events of a type have in common. */
    private record Constant(Header source, Header type, Header dataSchema, Header sensitivity) {}

    /** Of an event's id: the part that is drawn. */
    private static final long DRAWN = 0x0fffL;

    private final EventType type;
    private final UUID id;
    private final long occurredAt;
    private final long recordedAt;
    private final byte[] key;
    private final boolean aboutHousehold;
    private final byte[] data;

    private PublishedEvent(
            EventType type,
            UUID id,
            long occurredAt,
            long recordedAt,
            byte[] key,
            boolean aboutHousehold,
            byte[] data) {
        this.type = type;
        this.id = id;
        this.occurredAt = occurredAt;
        this.recordedAt = recordedAt;
        this.key = key;
        this.aboutHousehold = aboutHousehold;
        this.data = data;
    }

    /**
     * An event about a household.
     *
     * @param draw any number; tells events of one millisecond apart
     * @param occurredAt milliseconds since 1970
     * @param recordedAt milliseconds since 1970: when the service wrote it down; its id is of this moment
     * @param household the household's id as text
     * @param data JSON
     */
    public static PublishedEvent aboutHousehold(
            EventType type, long draw, long occurredAt, long recordedAt, byte[] household, byte[] data) {
        return new PublishedEvent(type, id(recordedAt, draw), occurredAt, recordedAt, household, true, data);
    }

    /** An event about none; its key is that of its own subject. */
    static PublishedEvent aboutNone(
            EventType type, long draw, long occurredAt, long recordedAt, byte[] key, byte[] data) {
        return new PublishedEvent(type, id(recordedAt, draw), occurredAt, recordedAt, key, false, data);
    }

    /** RFC 9562, version 7. */
    private static UUID id(long millis, long draw) {
        long high = millis << 16 | 0x7000 | (draw & DRAWN);
        long low = Draw.mix(draw) >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.US_ASCII));
    }

    public EventType type() {
        return type;
    }

    public UUID id() {
        return id;
    }

    /** When it happened, in milliseconds since 1970. */
    public long occurredAt() {
        return occurredAt;
    }

    /** When it was written down, in milliseconds since 1970. */
    public long recordedAt() {
        return recordedAt;
    }

    /** The record's key. */
    public byte[] key() {
        return key.clone();
    }

    /** The record's value, JSON. */
    public byte[] data() {
        return data.clone();
    }

    /** The record of its topic. Its place in time is left to the sender's clock: brokers keep records by it. */
    public ProducerRecord<byte[], byte[]> record() {
        return new ProducerRecord<>(type.topic(), null, null, key, data, new RecordHeaders(headers()));
    }

    /** Its headers, in the order in which the outbox connector places them. */
    public List<Header> headers() {
        Constant constant = CONSTANT.get(type);
        Ascii text = new Ascii(64);
        List<Header> headers = new ArrayList<>(10);
        headers.add(SPECIFICATION);
        headers.add(new RecordHeader("ce_id", text.uuid(id).take()));
        headers.add(constant.source);
        headers.add(constant.type);
        headers.add(new RecordHeader("ce_time", text.instant(occurredAt).take()));
        if (aboutHousehold) {
            headers.add(new RecordHeader("ce_subject", key));
        }
        headers.add(constant.dataSchema);
        headers.add(constant.sensitivity);
        headers.add(new RecordHeader("traceparent", trace(text)));
        headers.add(CONTENT);
        return headers;
    }

    /** W3C Trace Context. */
    private byte[] trace(Ascii text) {
        long one = Draw.mix(id.getLeastSignificantBits());
        long other = Draw.mix(one);
        return text.text("00-")
                .hex(one, 16)
                .hex(other, 16)
                .character('-')
                .hex(Draw.mix(other), 16)
                .text("-01")
                .take();
    }
}
