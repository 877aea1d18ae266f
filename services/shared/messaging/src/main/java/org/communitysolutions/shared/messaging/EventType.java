package org.communitysolutions.shared.messaging;

import java.net.URI;

/**
 * The type of an event as CloudEvents names it.
 *
 * @param service who publishes it: {@code debt-advice}
 * @param event its name and version: {@code council-tax-instalment-missed.v1}
 */
public record EventType(String service, String event) {

    private static final String PREFIX = "org.communitysolutions.";
    private static final String CONTRACTS = "https://community-solutions.example/contracts/";

    public static EventType of(String service, String event) {
        return new EventType(service, event);
    }

    /** Reads the publisher and the event's name and version, as {@link Consumes} writes it. */
    public static EventType of(String serviceAndEvent) {
        int dot = serviceAndEvent.indexOf('.');
        return new EventType(serviceAndEvent.substring(0, dot), serviceAndEvent.substring(dot + 1));
    }

    /** Where the event's JSON Schema is known by, under {@code contracts/}. */
    public URI schema() {
        return URI.create(CONTRACTS + service + "/events/" + event + ".schema.json");
    }

    /** The value of the {@code ce_type} header. */
    @Override
    public String toString() {
        return PREFIX + service + "." + event;
    }
}
