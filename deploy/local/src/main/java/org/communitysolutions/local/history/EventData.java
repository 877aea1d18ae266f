package org.communitysolutions.local.history;

import java.util.UUID;

/** The {@code data} of one event as it is written: a flat JSON object whose texts need no escape. */
final class EventData {

    private final Ascii json = new Ascii(512);
    private boolean empty;

    EventData begin() {
        json.character('{');
        empty = true;
        return this;
    }

    byte[] end() {
        return json.character('}').take();
    }

    private Ascii name(String name) {
        if (!empty) {
            json.character(',');
        }
        empty = false;
        return json.character('"').text(name).text("\":");
    }

    EventData id(String name, UUID id) {
        name(name).character('"').uuid(id).character('"');
        return this;
    }

    EventData text(String name, String text) {
        name(name).character('"').text(text).character('"');
        return this;
    }

    EventData number(String name, long number) {
        name(name).number(number);
        return this;
    }

    EventData flag(String name, boolean flag) {
        name(name).text(flag ? "true" : "false");
        return this;
    }

    /**
     * A date.
     *
     * @param day days since 1 January 1970
     */
    EventData date(String name, long day) {
        name(name).character('"').date(day).character('"');
        return this;
    }

    EventData list(String name, String... texts) {
        Ascii list = name(name).character('[');
        for (int i = 0; i < texts.length; i++) {
            list.text(i == 0 ? "\"" : ",\"").text(texts[i]).character('"');
        }
        list.character(']');
        return this;
    }
}
