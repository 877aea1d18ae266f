package org.communitysolutions.risk.journal;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import org.communitysolutions.risk.rules.KnownEvent;
import org.communitysolutions.risk.rules.KnownEvent.Field;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.Vocabulary;

/**
 * Packs the events of a household into bytes, some tens of them an event, so that the histories of a borough fit into memory. Each
 * event is its length, id, time in microseconds, kind, and those fields that it has; events stand in the order in which
 * they arrived. A text that comes again in the history is the number of the text that it repeats: events of one account
 * or person are most of a history.
 */
@Singleton
public class PackedHistory {

    public static final byte[] EMPTY = {};

    private static final int FORM = 2;
    private static final int UUID_TEXT = 36;
    /** Shorter ones cost no more than their numbers. */
    private static final int SHORTEST_REPEATED = 3;
    /** Stands where a text's length would, for a text that is an id. */
    private static final int AN_ID = 0;

    private final List<KnownEvent> kinds;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int format;

    PackedHistory(Vocabulary vocabulary) {
        this.kinds = List.copyOf(vocabulary.events());
        for (int number = 0; number < kinds.size(); number++) {
            numbers.put(kinds.get(number).type(), number);
        }
        this.format = fingerprint(kinds);
    }

    /** Names the vocabulary that histories are packed by; what was packed by another cannot be read with this one. */
    public int format() {
        return format;
    }

    /**
     * A history with its events at hand.
     *
     * @param restricted whether they are restricted, as a household's two histories are kept apart
     */
    public Opened open(byte[] history, boolean restricted) {
        return new Opened(history, restricted);
    }

    /** A history that is read, and can be added to. */
    public final class Opened {

        private final List<PastEvent> events;
        private final Texts texts = new Texts();
        private byte[] bytes;

        private Opened(byte[] history, boolean restricted) {
            bytes = history;
            events = new ArrayList<>(history.length / 30 + 1);
            PackedBytes.Reader all = new PackedBytes.Reader(history);
            while (all.hasMore()) {
                all.number();
                events.add(unpack(all, restricted, texts));
            }
        }

        /** In the order in which they arrived. */
        public List<PastEvent> events() {
            return events;
        }

        public byte[] bytes() {
            return bytes;
        }

        /** Adds these events behind; they are of the same sensitivity. */
        public Opened add(List<PastEvent> more) {
            if (more.isEmpty()) {
                return this;
            }
            PackedBytes.Writer all = new PackedBytes.Writer(bytes, 60 * more.size());
            PackedBytes.Writer one = new PackedBytes.Writer(EMPTY, 120);
            for (PastEvent event : more) {
                one.clear();
                pack(event, one, texts);
                all.number(one.size());
                all.bytes(one);
            }
            bytes = all.toBytes();
            events.addAll(more);
            return this;
        }
    }

    /** The texts of a history that can be repeated, by the order in which they came first. */
    private static final class Texts {

        private final List<String> inOrder = new ArrayList<>();

        int number(String text) {
            for (int i = 0; i < inOrder.size(); i++) {
                if (inOrder.get(i).equals(text)) {
                    return i;
                }
            }
            return -1;
        }

        String text(int number) {
            return inOrder.get(number);
        }

        String keep(String text) {
            if (text.length() >= SHORTEST_REPEATED) {
                inOrder.add(text);
            }
            return text;
        }
    }

    /** Whether the event with that id is in the history. */
    public boolean contains(byte[] history, UUID id) {
        PackedBytes.Reader all = new PackedBytes.Reader(history);
        while (all.hasMore()) {
            int next = all.end((int) all.number());
            if (all.fixed() == id.getMostSignificantBits() && all.fixed() == id.getLeastSignificantBits()) {
                return true;
            }
            all.moveTo(next);
        }
        return false;
    }

    private void pack(PastEvent event, PackedBytes.Writer one, Texts texts) {
        one.fixed(event.id().getMostSignificantBits());
        one.fixed(event.id().getLeastSignificantBits());
        one.fixed(ChronoUnit.MICROS.between(Instant.EPOCH, event.occurredAt()));
        one.number(numbers.get(event.type()));
        List<Field> fields = event.kind().fields();
        long there = 0;
        for (int i = 0; i < fields.size(); i++) {
            there |= event.value(i) == null ? 0 : 1L << i;
        }
        one.number(there);
        for (int i = 0; i < fields.size(); i++) {
            if (event.value(i) != null) {
                pack(fields.get(i), event.value(i), one, texts);
            }
        }
    }

    private static void pack(Field field, Object value, PackedBytes.Writer one, Texts known) {
        switch (field.type()) {
            case TEXT -> text((String) value, one, known);
            case NUMBER -> one.signed((Long) value);
            case DATE -> one.signed(((LocalDate) value).toEpochDay());
            case FLAG -> one.number((Boolean) value ? 1 : 0);
            case LIST -> {
                List<?> texts = (List<?>) value;
                one.number(texts.size());
                texts.forEach(text -> text((String) text, one, known));
            }
        }
    }

    private static void text(String value, PackedBytes.Writer one, Texts texts) {
        int before = texts.number(value);
        if (before >= 0) {
            one.number(2L * before + 1);
            return;
        }
        texts.keep(value);
        if (value.length() == UUID_TEXT) {
            try {
                UUID id = UUID.fromString(value);
                if (id.toString().equals(value)) {
                    one.number(AN_ID);
                    one.fixed(id.getMostSignificantBits());
                    one.fixed(id.getLeastSignificantBits());
                    return;
                }
            } catch (IllegalArgumentException e) {
                // Just as long as an id, and packed as the text that it is.
            }
        }
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        one.number(2L * (text.length + 1));
        one.bytes(text);
    }

    private PastEvent unpack(PackedBytes.Reader all, boolean restricted, Texts texts) {
        UUID id = new UUID(all.fixed(), all.fixed());
        Instant occurredAt = Instant.EPOCH.plus(all.fixed(), ChronoUnit.MICROS);
        KnownEvent kind = kinds.get((int) all.number());
        long there = all.number();
        Object[] values = new Object[kind.fields().size()];
        for (int i = 0; i < values.length; i++) {
            if ((there & 1L << i) != 0) {
                values[i] = unpack(kind.fields().get(i), all, texts);
            }
        }
        return new PastEvent(id, kind, occurredAt, restricted, values);
    }

    private static Object unpack(Field field, PackedBytes.Reader all, Texts known) {
        return switch (field.type()) {
            case TEXT -> text(all, known);
            case NUMBER -> all.signed();
            case DATE -> LocalDate.ofEpochDay(all.signed());
            case FLAG -> all.number() == 1;
            case LIST -> {
                List<String> texts = new ArrayList<>();
                for (long left = all.number(); left > 0; left--) {
                    texts.add(text(all, known));
                }
                yield texts;
            }
        };
    }

    private static String text(PackedBytes.Reader all, Texts texts) {
        long number = all.number();
        if (number % 2 == 1) {
            return texts.text((int) (number / 2));
        }
        return texts.keep(
                number == AN_ID ? new UUID(all.fixed(), all.fixed()).toString() : all.text((int) (number / 2) - 1));
    }

    private static int fingerprint(List<KnownEvent> kinds) {
        CRC32 crc = new CRC32();
        crc.update(FORM);
        for (KnownEvent kind : kinds) {
            crc.update(kind.type().getBytes(StandardCharsets.UTF_8));
            for (Field field : kind.fields()) {
                crc.update((' ' + field.name() + ':' + field.type()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return (int) crc.getValue();
    }
}
