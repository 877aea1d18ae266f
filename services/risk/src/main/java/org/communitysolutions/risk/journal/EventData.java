package org.communitysolutions.risk.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.communitysolutions.risk.rules.KnownEvent;
import org.communitysolutions.risk.rules.KnownEvent.Field;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.Vocabulary;
import org.communitysolutions.shared.messaging.MalformedEvent;

/** Reads of an event's data what the vocabulary knows of it, in one pass, and sees that it is of the kind it should be. */
@ApplicationScoped
public class EventData {

    private static final JsonFactory JSON = new JsonFactory();

    private final Vocabulary vocabulary;

    EventData(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * The values of the kind's fields, in their order; null for what the event does not have.
     *
     * @param data a JSON object in UTF-8
     * @throws MalformedEvent if it is none, or a field is not of its type
     */
    public static Object[] values(KnownEvent kind, byte[] data) {
        Object[] values = new Object[kind.fields().size()];
        read(kind.type(), data, (name, json) -> {
            int index = kind.place(name);
            if (index >= 0 && json.currentToken() != JsonToken.VALUE_NULL) {
                values[index] = value(kind, kind.fields().get(index), json);
            }
        });
        return values;
    }

    /**
     * Sees that data of which nothing is to be known is at least a JSON object.
     *
     * @throws MalformedEvent if it is not
     */
    public static void check(String type, byte[] data) {
        read(type, data, (name, json) -> {});
    }

    /** An event of the journal as rules see it; empty if the vocabulary does not know its type. */
    public Optional<PastEvent> past(JournalEntry entry) {
        return vocabulary
                .event(entry.type())
                .map(kind -> new PastEvent(
                        entry.id(),
                        kind,
                        entry.occurredAt(),
                        entry.restricted(),
                        values(kind, entry.data().getBytes(StandardCharsets.UTF_8))));
    }

    /** The event's title in plain English; its type where the vocabulary does not know it. */
    public String title(String type) {
        return vocabulary.event(type).map(KnownEvent::title).orElse(type);
    }

    private interface FieldReader {
        void read(String name, JsonParser json) throws IOException;
    }

    private static void read(String type, byte[] data, FieldReader reader) {
        try (JsonParser json = JSON.createParser(data)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw notAnObject(type, null);
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                reader.read(name, json);
                json.skipChildren();
            }
            if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
                throw notAnObject(type, null);
            }
        } catch (JsonProcessingException e) {
            throw notAnObject(type, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(KnownEvent kind, Field field, JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        return switch (field.type()) {
            case TEXT -> {
                demand(token == JsonToken.VALUE_STRING, kind, field);
                yield json.getText();
            }
            case NUMBER -> {
                demand(token.isNumeric(), kind, field);
                yield wholeNumber(kind, field, json);
            }
            case DATE -> {
                demand(token == JsonToken.VALUE_STRING, kind, field);
                yield date(kind, field, json.getText());
            }
            case FLAG -> {
                demand(token.isBoolean(), kind, field);
                yield json.getBooleanValue();
            }
            case LIST -> {
                demand(token == JsonToken.START_ARRAY, kind, field);
                List<String> texts = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    demand(json.currentToken().isScalarValue(), kind, field);
                    texts.add(json.getText());
                }
                yield texts;
            }
        };
    }

    /** What follows a decimal point is cut off. */
    private static long wholeNumber(KnownEvent kind, Field field, JsonParser json) throws IOException {
        try {
            return json.currentToken() == JsonToken.VALUE_NUMBER_INT
                    ? json.getLongValue()
                    : json.getDecimalValue().toBigInteger().longValueExact();
        } catch (ArithmeticException | JsonProcessingException e) {
            throw wrong(kind, field, e);
        }
    }

    private static LocalDate date(KnownEvent kind, Field field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(kind, field, e);
        }
    }

    private static void demand(boolean right, KnownEvent kind, Field field) {
        if (!right) {
            throw wrong(kind, field, null);
        }
    }

    private static MalformedEvent wrong(KnownEvent kind, Field field, Exception cause) {
        return new MalformedEvent(
                "%s of a %s is not a %s"
                        .formatted(
                                field.name(), kind.type(), field.type().name().toLowerCase(Locale.ROOT)),
                cause);
    }

    private static MalformedEvent notAnObject(String type, Exception cause) {
        return new MalformedEvent("the data of a " + type + " is not a JSON object", cause);
    }
}
