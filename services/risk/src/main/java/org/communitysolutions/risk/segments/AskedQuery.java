package org.communitysolutions.risk.segments;

import java.time.Instant;
import java.util.UUID;

/**
 * A query that was asked, for those who watch over what is asked.
 *
 * @param subject who asked
 * @param asked {@code counts}, {@code list} or {@code proposal}
 * @param query as JSON
 */
public record AskedQuery(UUID id, Instant askedAt, String subject, String purpose, String asked, String query) {}
