package org.communitysolutions.risk.rules;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words that factors and rules may use: what this service needs to know of other services' events, and the teams.
 *
 * @param events by type, {@code intake.need-identified.v1}
 * @param teams the codes of all teams
 * @param restrictedTeams those whose tasks are always restricted
 */
public record Vocabulary(Map<String, KnownEvent> events, Set<String> teams, Set<String> restrictedTeams) {

    /**
     * An event as far as this service reads it.
     *
     * @param title in plain English
     * @param clearance restricted if it always is, whatever its envelope says
     * @param fields the fields that factors and rules may speak of
     */
    public record KnownEvent(String title, Clearance clearance, Map<String, FieldType> fields) {}

    /** What a field holds. */
    public enum FieldType {
        TEXT,
        NUMBER,
        DATE,
        FLAG,
        LIST
    }

    public Optional<KnownEvent> event(String type) {
        return Optional.ofNullable(events.get(type));
    }
}
