package org.communitysolutions.shared.messaging;

import java.util.Optional;
import java.util.UUID;

/**
 * The event that led to another.
 *
 * @param event its id
 * @param traceParent the trace that it belongs to, if it carries one
 */
public record Cause(UUID event, Optional<String> traceParent) {}
