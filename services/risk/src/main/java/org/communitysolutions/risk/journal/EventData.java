package org.communitysolutions.risk.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.communitysolutions.risk.rules.FieldType;
import org.communitysolutions.risk.rules.KnownEvent;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.Vocabulary;
import org.communitysolutions.shared.messaging.MalformedEvent;
import org.communitysolutions.shared.messaging.ReceivedEvent;
import org.communitysolutions.shared.messaging.Sensitivity;
import org.communitysolutions.shared.messaging.WireFormat;

/** Reads the data of events, and sees that what rules will look at is of the kind that the vocabulary says. */
@ApplicationScoped
public class EventData {

    private static final String PREFIX = "org.communitysolutions.";
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Vocabulary vocabulary;
    private final WireFormat wire;

    EventData(Vocabulary vocabulary, WireFormat wire) {
        this.vocabulary = vocabulary;
        this.wire = wire;
    }

    /**
     * What the journal is to keep of an event.
     *
     * @throws MalformedEvent if its data is no JSON object, or a field is not of the kind that the vocabulary says
     */
    public JournalEntry entry(ReceivedEvent event) {
        String type = type(event);
        Optional<KnownEvent> known = vocabulary.event(type);
        Map<String, Object> data = read(type, event.data());
        known.ifPresent(expected -> check(type, data, expected));
        return new JournalEntry(
                event.id(),
                event.subject(),
                type,
                event.source(),
                event.occurredAt(),
                Optional.empty(),
                event.sensitivity() == Sensitivity.RESTRICTED
                        || known.filter(expected -> expected.clearance().isRestricted())
                                .isPresent(),
                event.data());
    }

    /** The event's type without the prefix that all types share. */
    public static String type(ReceivedEvent event) {
        return event.type().startsWith(PREFIX) ? event.type().substring(PREFIX.length()) : event.type();
    }

    /** The event as rules look at it; empty if the vocabulary does not know it. */
    public Optional<PastEvent> past(JournalEntry entry) {
        return vocabulary
                .event(entry.type())
                .map(kind -> new PastEvent(
                        entry.id(),
                        kind,
                        entry.occurredAt(),
                        entry.restricted(),
                        values(kind, read(entry.type(), entry.data()))));
    }

    private static Object[] values(KnownEvent kind, Map<String, Object> data) {
        Object[] values = new Object[kind.fields().size()];
        for (int place = 0; place < values.length; place++) {
            Object value = data.get(kind.fields().get(place).name());
            values[place] = switch (kind.fields().get(place).type()) {
                case NUMBER -> value instanceof Number number ? (Object) number.longValue() : null;
                case DATE -> value instanceof String text && isDate(text) ? LocalDate.parse(text) : null;
                case TEXT, FLAG, LIST -> value;
            };
        }
        return values;
    }

    /** The event's title in plain English; its type where the vocabulary does not know it. */
    public String title(String type) {
        return vocabulary.event(type).map(KnownEvent::title).orElse(type);
    }

    private Map<String, Object> read(String type, String json) {
        try {
            Map<String, Object> data = wire.mapper().readValue(json, OBJECT);
            if (data != null) {
                return data;
            }
        } catch (JsonProcessingException e) {
            throw new MalformedEvent("the data of a " + type + " is not a JSON object", e);
        }
        throw new MalformedEvent("the data of a " + type + " is not a JSON object");
    }

    private static void check(String type, Map<String, Object> data, KnownEvent expected) {
        expected.fields().forEach(field -> {
            Object value = data.get(field.name());
            if (value != null && !is(field.type(), value)) {
                throw new MalformedEvent("%s of a %s is not a %s"
                        .formatted(field.name(), type, field.type().name().toLowerCase(Locale.ROOT)));
            }
        });
    }

    private static boolean is(FieldType kind, Object value) {
        return switch (kind) {
            case TEXT -> value instanceof String;
            case NUMBER -> value instanceof Number;
            case DATE -> value instanceof String text && isDate(text);
            case FLAG -> value instanceof Boolean;
            case LIST -> value instanceof List;
        };
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
