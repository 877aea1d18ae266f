package org.communitysolutions.risk.rules;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words that factors and rules may use: what this service needs to know of other services' events, and the teams.
 */
public final class Vocabulary {

    private final Map<String, KnownEvent> events;
    private final Set<String> teams;
    private final Set<String> restrictedTeams;
    private final Set<String> awaited;
    private final Map<String, WorkKind> work;

    /**
     * @param events one of each type
     * @param teams the codes of all teams
     * @param restrictedTeams those whose tasks are always restricted
     * @param awaited the types of events that no service publishes yet
     * @param work what can be open with a household
     */
    public Vocabulary(
            List<KnownEvent> events,
            Set<String> teams,
            Set<String> restrictedTeams,
            Set<String> awaited,
            List<WorkKind> work) {
        Map<String, KnownEvent> byType = new LinkedHashMap<>();
        events.forEach(event -> byType.put(event.type(), event));
        this.events = Collections.unmodifiableMap(byType);
        this.teams = Set.copyOf(teams);
        this.restrictedTeams = Set.copyOf(restrictedTeams);
        this.awaited = Set.copyOf(awaited);
        Map<String, WorkKind> byCode = new LinkedHashMap<>();
        work.forEach(kind -> byCode.put(kind.code(), kind));
        this.work = Collections.unmodifiableMap(byCode);
    }

    /** All events, in the file's order. */
    public Collection<KnownEvent> events() {
        return events.values();
    }

    /** The event of that type, {@code intake.need-identified.v1}, always the same instance. */
    public Optional<KnownEvent> event(String type) {
        return Optional.ofNullable(events.get(type));
    }

    public Set<String> teams() {
        return teams;
    }

    public Set<String> restrictedTeams() {
        return restrictedTeams;
    }

    /** Whether no service publishes the event yet: rules may speak of it and wait for it. */
    public boolean isAwaited(KnownEvent event) {
        return awaited.contains(event.type());
    }

    /** What can be open with a household, by its code. */
    public Map<String, WorkKind> work() {
        return work;
    }
}
