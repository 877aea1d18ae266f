package org.communitysolutions.risk.rules;

import java.util.List;

/**
 * What early help is there to prevent.
 *
 * @param code {@code duty-owed}
 * @param name in plain English
 * @param events a household meets it with any of these
 */
public record Outcome(String code, String name, List<EventPattern> events) {

    public Outcome {
        events = List.copyOf(events);
    }
}
