package org.communitysolutions.shared.transactions;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks, in what capacity, and why. The database learns it first in every transaction, so that row-level security
 * and the audit can rely on it.
 *
 * @param subject the token's subject, or {@code service:<name>} for a consumer of events
 * @param roles the realm roles of the token
 * @param teams the teams that the subject works in
 * @param purpose the stated purpose, a code such as {@code direct-service}
 * @param commandId identifies this request or the event that is being handled; events that follow name it as their cause
 * @param idempotencyKey the client's key for this request, if it gave one
 */
public record Caller(
        String subject,
        Set<String> roles,
        Set<String> teams,
        String purpose,
        UUID commandId,
        Optional<String> idempotencyKey) {

    /** The role of a service that handles events. No token can carry it: {@code web} strips it from what a token claims. */
    public static final String SYSTEM = "system";

    public Caller {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
    }

    /** The service itself, handling the event {@code cause}. */
    public static Caller service(String name, UUID cause) {
        return new Caller("service:" + name, Set.of(SYSTEM), Set.of(), "event-handling", cause, Optional.empty());
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
